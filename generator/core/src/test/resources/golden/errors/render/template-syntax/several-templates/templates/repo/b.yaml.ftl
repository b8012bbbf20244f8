<#list locations as location>
- x
