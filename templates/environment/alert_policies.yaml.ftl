<#if environment.alert_policies??>
<@header/>
alert_policies:
  <@emit node=environment.alert_policies/>
</#if>
