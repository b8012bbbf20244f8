<#if environment.deployment_settings??>
<@header/>
<@emit node=environment.deployment_settings/>
</#if>
