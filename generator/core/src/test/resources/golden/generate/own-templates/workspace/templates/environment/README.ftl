deployment ${verbatim(environment.deployment)} has<#list repos as repo> ${verbatim(repo.name)}</#list>
