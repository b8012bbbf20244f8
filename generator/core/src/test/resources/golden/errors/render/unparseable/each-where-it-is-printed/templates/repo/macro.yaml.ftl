<#macro broken>
  city: berlin
</#macro>
team: ${repo.name}
<@broken/>
