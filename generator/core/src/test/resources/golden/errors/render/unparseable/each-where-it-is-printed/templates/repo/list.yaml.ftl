<@header/>
things:
<#list [1, 2] as i>

  - a
  b: ${i}
</#list>
