<#macro sizes r>
            resources:
              requests:
                cpu: ${q(r.cpu)}
                memory: ${q(r.memory)}
              limits:
                memory: ${q(r.memory)}
</#macro>
<#macro ecs_sizes r>
          cpu: ${q(ecs_cpu[r.cpu])}
          memory: ${q(r.memory?remove_ending("Mi"))}
</#macro>
<#macro ecs_tags>
<#list tags as key, value>
          - key: ${q(key)}
            value: ${q(value)}
</#list>
</#macro>
# Generated. Edits are lost: change repos/${repo}/repo.yaml and generate again.
locations:
<#list locations as location>
  - location_name: ${q(location.name)}
    code_source:
<#list location.code_source as key, value>
      ${key}: ${q(value)}
</#list>
<#if location.working_directory??>
    working_directory: ${q(location.working_directory)}
</#if>
    build:
      directory: ${q(location.build.directory)}
<#if agent != "serverless">
      registry: ${q(vars.registry + "/" + repo)}
    agent_queue: ${q(agent_queue)}
    container_context:
      ${agent}:
        env_vars:
<#list location.plain as item>
          - ${q(item)}
</#list>
<#if agent == "k8s">
        namespace: ${q(vars.namespace)}
        service_account_name: ${q("dagster-" + team)}
        image_pull_policy: IfNotPresent
        labels:
<#list labels as key, value>
          ${key}: ${q(value)}
</#list>
        env_secrets:
<#list location.secrets as item>
          - ${q(item)}
</#list>
        server_k8s_config:
          container_config:
<@sizes resources.server/>
        run_k8s_config:
          container_config:
<@sizes resources.run/>
<#elseif agent == "ecs">
        secrets:
<#list location.secrets as name, arn>
          - name: ${q(name)}
            valueFrom: ${q(arn)}
</#list>
        server_resources:
<@ecs_sizes resources.server/>
        run_resources:
<@ecs_sizes resources.run/>
        task_role_arn: ${q("arn:aws:iam::" + vars.account + ":role/dagster-" + team)}
        execution_role_arn: ${q("arn:aws:iam::" + vars.account + ":role/dagster-" + team + "-exec")}
        server_ecs_tags:
<@ecs_tags/>
        run_ecs_tags:
<@ecs_tags/>
<#else>
        networks:
          - ${q(vars.namespace)}
        container_kwargs:
          mem_limit: ${q(resources.run.memory?remove_ending("Mi") + "m")}
          labels:
<#list labels as key, value>
            ${key}: ${q(value)}
</#list>
</#if>
</#if>
</#list>
