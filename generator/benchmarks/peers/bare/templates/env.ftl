# Generated. Edits are lost: change repos/${repo}/repo.yaml and generate again.
<#list variables as variable>
<#if variable.value?is_hash>
# ${variable.name}=
<#else>
${variable.name}=${dotenv(variable.value)}
</#if>
</#list>
