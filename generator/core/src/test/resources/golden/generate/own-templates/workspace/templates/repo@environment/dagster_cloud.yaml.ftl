<@header/>
# One location after the other, as this organisation likes it.
locations:
<#list locations as location>

  - <@emit node=location/>
</#list>
