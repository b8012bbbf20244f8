# ${verbatim(repo.name)}
[table]
name = ${repo.name}
<#if true>
name = ${repo.platform}
</#if>
