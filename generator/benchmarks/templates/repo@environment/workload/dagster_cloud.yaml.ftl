<#--
  W(N)'s dagster_cloud.yaml. What the product derives is printed as derived; what it has no key for (labels of every platform,
  secrets by name alone) is laid out here. A secret is called <name>-<platform> in the catalogue, as each store has its own.
  Templates do not sort, so what this workload wants in another order than the merged one goes by a list of names in order.
-->
<#macro tags>
<#list ["app", "channel", "cost-center", "environment", "observability", "org", "team", "tier"] as key>
<#if vars.labels[key]??>
          - key: ${key}
            value: ${vars.labels[key]}
</#if>
</#list>
</#macro>
<#if repo.platform == "k8s">
<#assign secrets = env_set.variables?filter(variable -> variable.secret??)?map(variable -> variable.secret?keep_before("-k8s#"))>
<#assign used = " " + secrets?join(" ") + " ">
</#if>
<@header/>
locations:
<#list locations as location>
  - location_name: ${location.location_name}
    code_source:
      <@emit node=location.code_source/>
<#if location.working_directory??>
    working_directory: ${location.working_directory}
</#if>
    build:
      <@emit node=location.build/>
<#if repo.platform == "k8s">
<#assign context = location.container_context.k8s>
    agent_queue: ${location.agent_queue}
    container_context:
      k8s:
        namespace: ${context.namespace}
        service_account_name: ${context.service_account_name}
        image_pull_policy: ${context.image_pull_policy}
        labels:
          <@emit node=vars.labels/>
        env_vars:
          <@emit node=context.env_vars/>
        env_secrets:
<#list ["bigquery", "datadog", "snowflake", "team-" + repo.team, "warehouse"] as name>
<#if used?contains(" " + name + " ")>
          - ${name}
</#if>
</#list>
        server_k8s_config:
          container_config:
            resources:
              <@emit node=context.server_k8s_config.container_config.resources/>
        run_k8s_config:
          container_config:
            resources:
              <@emit node=context.run_k8s_config.container_config.resources/>
<#elseif repo.platform == "ecs">
    agent_queue: ${location.agent_queue}
    container_context:
      ecs:
        <@emit node=location.container_context.ecs/>
        server_ecs_tags:
<@tags/>
        run_ecs_tags:
<@tags/>
<#elseif repo.platform == "docker">
<#assign context = location.container_context.docker>
    agent_queue: ${location.agent_queue}
    container_context:
      docker:
        env_vars:
          <@emit node=context.env_vars/>
        networks:
          <@emit node=context.networks/>
        container_kwargs:
          mem_limit: ${context.container_kwargs.mem_limit}
          labels:
            <@emit node=vars.labels/>
</#if>
</#list>
