<@header/>
deployment: ${environment.deployment}
branch_deployments: ${environment.branch_deployments}
repos:
<#list repos as repo>
  - ${repo.name}
</#list>
