<#-- W(N)'s .env: a secret is the comment `# NAME=`. -->
<@header/>
<#list env_set.variables as variable>
<#if variable.secret??>
# ${verbatim(variable.name)}=
<#else>
${verbatim(variable.name)}=${variable.value}
</#if>
</#list>
