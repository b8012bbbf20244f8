# Generated. Edits are lost: change repos/${repo}/repo.yaml and generate again.
[build-system]
requires = [<#list pyproject["build-system"].requires as item>${q(item)}<#sep>, </#list>]
build-backend = ${q(pyproject["build-system"]["build-backend"])}

[project]
name = ${q(repo)}
version = ${q(pyproject.project.version)}
description = ${q(pyproject.project.description)}
requires-python = ${q(pyproject.project["requires-python"])}
dependencies = [
<#list dependencies as item>
  ${q(item)},
</#list>
]

[dependency-groups]
dev = [
<#list dev as item>
  ${q(item)},
</#list>
]

[tool.hatch.build.targets.wheel]
packages = [${q("src/" + package)}]

[tool.dg]
directory_type = "project"

[tool.dg.project]
root_module = ${q(package)}
registry_modules = [${q(package + ".components.*")}]
code_location_name = ${q(locations[0].name)}
code_location_target_module = ${q(target)}

[tool.dagster]
module_name = ${q(target)}
code_location_name = ${q(locations[0].name)}
<#list pyproject.tool as tool, table>

[tool.${tool}]
<#list table as key, value>
${key} = <#if value?is_number>${value}<#else>${q(value)}</#if>
</#list>
</#list>
