{<#list repos as repo>
  ${repo.team!""}: ${repo.environments?join(" ")}<#sep>,</#sep></#list>
}
