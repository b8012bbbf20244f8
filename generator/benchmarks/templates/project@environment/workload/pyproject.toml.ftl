<#-- W(N)'s pyproject.toml: the lists by distribution name, and tables about the first location that this workload computes. -->
<#function by_name requirements>
  <#return requirements?map(x -> {"text": x, "name": x?keep_before("=")?keep_before(">")?keep_before("[")?lower_case})?sort_by("name")>
</#function>
<#assign py = project.pyproject>
<#assign package = repo.name?replace("-", "_")>
<#assign name = locations[0].location_name>
<#assign source = locations[0].code_source>
<#if source.module_name??>
<#assign target = source.module_name>
<#elseif source.package_name??>
<#assign target = source.package_name>
<#else>
<#assign target = source.python_file?remove_beginning("src/")?remove_ending(".py")?replace("/", ".")>
</#if>
<@header/>
[build-system]
<@emit node=py["build-system"]/>

[project]
name = ${py.project.name}
version = ${py.project.version}
description = ${py.project.description}
requires-python = ${py.project["requires-python"]}
dependencies = [
<#list by_name(py.project.dependencies) as item>
  ${item.text},
</#list>
]

[dependency-groups]
dev = [
<#list by_name(py["dependency-groups"].dev) as item>
  ${item.text},
</#list>
]

[tool.hatch.build.targets.wheel]
packages = [${"src/" + package}]

[tool.dg]
directory_type = "project"

[tool.dg.project]
root_module = ${package}
registry_modules = [${package + ".components.*"}]
code_location_name = ${name}
code_location_target_module = ${target}

[tool.dagster]
module_name = ${target}
code_location_name = ${name}

[tool.acme]
<@emit node=py.tool.acme/>

[tool.ruff]
<@emit node=py.tool.ruff/>
