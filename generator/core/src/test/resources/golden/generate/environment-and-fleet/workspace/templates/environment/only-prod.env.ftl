<#if environment.name == "prod">
DEPLOYMENT=${environment.deployment}
</#if>
