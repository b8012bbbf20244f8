<#if deploy_plan??>
<@emit node=deploy_plan/>
</#if>
