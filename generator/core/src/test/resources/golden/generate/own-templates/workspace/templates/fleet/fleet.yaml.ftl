<@header/>
organization: ${organization}
dagster: ${dagster}
environments:
<#list environments as environment>
  - ${environment.name}
</#list>
repos:
<#list repos as repo>
  - name: ${repo.name}
    owners:
      <@emit node=repo.owners/>
</#list>
