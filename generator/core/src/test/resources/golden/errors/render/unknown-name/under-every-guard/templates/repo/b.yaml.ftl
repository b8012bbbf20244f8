<#if repo.taem??>
b: 1
</#if>
