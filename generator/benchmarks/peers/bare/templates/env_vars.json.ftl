{
  "organization": ${q(organization)},
  "deployment": ${q(environment)},
  "repo": ${q(repo)},
  "variables": [
<#list variables as variable>
    {
      "name": ${q(variable.name)},
      "locations": [<#list variable.locations as name>${q(name)}<#sep>, </#list>],
      "scopes": <#if environment == "dev">["branch", "full", "local"]<#else>["full"]</#if>,
<#if variable.value?is_hash>
      "secret": ${q(variable.value.secret)}
<#else>
      "value": ${q(variable.value)}
</#if>
    }<#sep>,</#sep>
</#list>
  ]
}
