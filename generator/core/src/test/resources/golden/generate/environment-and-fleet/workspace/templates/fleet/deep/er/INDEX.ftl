<#list environments as environment>
${verbatim(environment.name)} is deployment ${verbatim(environment.deployment)}
</#list>
