<#--
  W(N)'s dagster_cloud.yaml. What the product derives is printed as derived; what it has no key for (labels of every platform,
  secrets by name alone) is laid out here. A secret is called <name>-<platform> in the catalogue, as each store has its own.
-->
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
<#assign previous = "">
<#list env_set.variables?filter(v -> v.secret??)?map(v -> v.secret?keep_before("-k8s#"))?sort as name>
<#if name != previous>
          - ${name}
</#if>
<#assign previous = name>
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
<#assign context = location.container_context.ecs>
    agent_queue: ${location.agent_queue}
    container_context:
      ecs:
        <@emit node=context/>
        server_ecs_tags:
<#list vars.labels?keys?sort as key>
          - key: ${key}
            value: ${vars.labels[key]}
</#list>
        run_ecs_tags:
<#list vars.labels?keys?sort as key>
          - key: ${key}
            value: ${vars.labels[key]}
</#list>
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
