<#-- W(N)'s env_vars.json: `locations` names the owner of a location's own variable (those start with L and a number). -->
{
  "organization": ${organization},
  "deployment": ${environment.deployment},
  "repo": ${repo.name},
  "variables": [
<#list env_set.variables as variable>
    {
      "name": ${variable.name},
      "locations": [<#if variable.name?matches("L[0-9]_.+")>${variable.locations[0]}</#if>],
<#if environment.branch_deployments!false>
      "scopes": ["branch", "full", "local"],
<#else>
      "scopes": ["full"],
</#if>
<#if variable.secret??>
      "secret": ${variable.secret?replace("-" + repo.platform + "#", "#")}
<#else>
      "value": ${variable.value}
</#if>
    }<#sep>,</#sep>
</#list>
  ]
}
