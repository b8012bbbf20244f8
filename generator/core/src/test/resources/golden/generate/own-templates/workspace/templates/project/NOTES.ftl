<#if project.path == ".">project at the root of ${verbatim(repo.name)}
</#if>
