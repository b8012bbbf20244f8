<#if deploy_plan??>
{
  "format": ${deploy_plan.format},
  "organization": ${deploy_plan.organization},
  "environment": ${deploy_plan.environment},
  "deployment": ${deploy_plan.deployment},
  "for": ${deploy_plan.for},
  "waves": [
<#list deploy_plan.waves as wave>
    {"sessions": [
<#list wave.sessions as session>
      {
        "repos": [
<#list session.repos as member>
          {"repo": ${member.repo}, "locations": [<#list member.locations as name>${name}<#sep>, </#list>], "needs": [<#list member.needs as need>{"location": ${need.location}, "repo": ${need.repo}}<#sep>, </#list>]}<#sep>,</#sep>
</#list>
        ],
        "images": [<#list session.images as image>${image}<#sep>, </#list>],
        "commands": [
<#list session.commands as command>
          ${command}<#sep>,</#sep>
</#list>
        ]
      }<#sep>,</#sep>
</#list>
    ]}<#sep>,</#sep>
</#list>
  ]
}
</#if>
