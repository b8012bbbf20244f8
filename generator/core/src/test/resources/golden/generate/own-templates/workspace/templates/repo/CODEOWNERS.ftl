# <@header/>
* <#list repo.owners as owner>${verbatim(owner)}</#list>
