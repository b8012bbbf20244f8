<#--
  W(N)'s pyproject.toml: requirements in order of their distributions, and tables about the first location that this workload
  computes. Templates do not sort, so requirements go by the list of all distributions of the workload.
-->
<#macro ordered requirements>
<#assign of = {}>
<#list requirements as requirement>
<#assign of = of + {requirement?keep_before("=")?keep_before(">")?keep_before("[")?lower_case: requirement}>
</#list>
<#list ["boto3", "dagster", "dagster-cloud", "dagster-dbt", "dagster-dg-cli", "dagster-dlt", "dagster-webserver", "dbt-snowflake", "dlt",
  "duckdb", "google-cloud-storage", "great-expectations", "httpx", "jinja2", "numpy", "openpyxl", "opentelemetry-sdk", "orjson", "pandas",
  "paramiko", "polars", "pyarrow", "pydantic", "pydantic-settings", "pytest", "ray", "requests", "s3fs", "scikit-learn", "slack-sdk",
  "sqlalchemy", "structlog", "tenacity", "xgboost"] as distribution>
<#if of[distribution]??>
  ${of[distribution]},
</#if>
</#list>
</#macro>
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
<@ordered requirements=py.project.dependencies/>
]

[dependency-groups]
dev = [
<@ordered requirements=py["dependency-groups"].dev/>
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
