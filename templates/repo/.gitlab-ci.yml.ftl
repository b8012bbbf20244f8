<#macro onlyIn deployments><#if deployments?size lt repo.deployments?size>case $ENVIRONMENT in <#list deployments as deployment>[=verbatim(deployment)]<#sep>|</#list>) <#nested>;; esac<#else><#nested></#if></#macro>
<#if ((repo.git.ci)!"") == "gitlab" && ((repo.git.delivery)!"trunk") == "trunk">
<#assign serverless = repo.platform == "serverless">
<#assign builds = repo.builds?size>
<#assign mergeRequests = environment.branch_deployments!false>
<#assign branch = repo.git.branch!"main">
<#-- GitLab fills in variables that a variable's value names. -->
<#function literally text><#return text?replace("$", "$$")></#function>
<#if serverless && !(vars.python_version!repo.python)??>
<#stop "no Python that Dagster+ builds with satisfies requires-python; say vars.python_version">
</#if>
<@header/>
workflow:
  auto_cancel: {on_new_commit: none}
  rules:
    - if: $CI_PIPELINE_SOURCE == "push" && $CI_COMMIT_BRANCH == "[=verbatim(branch)]"
<#if mergeRequests>
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
      auto_cancel: {on_new_commit: interruptible}
</#if>
<#if serverless>
    - if: $CI_PIPELINE_SOURCE =~ /^(web|api)$/ && $CI_COMMIT_BRANCH == "[=verbatim(branch)]" && $COMMIT =~ /^[0-9a-f]{40}$/
<#elseif builds == 1>
    - if: $CI_PIPELINE_SOURCE =~ /^(web|api)$/ && $CI_COMMIT_BRANCH == "[=verbatim(branch)]" && $IMAGE =~ /^\w[\w.-]{0,127}@sha256:[0-9a-f]{64}$/
<#elseif builds gt 1>
    - if: $CI_PIPELINE_SOURCE =~ /^(web|api)$/ && $CI_COMMIT_BRANCH == "[=verbatim(branch)]" && $IMAGES =~ /^([\w-]+=\w[\w.-]{0,127}@sha256:[0-9a-f]{64},?)+$/
<#else>
    - if: $CI_PIPELINE_SOURCE =~ /^(web|api)$/ && $CI_COMMIT_BRANCH == "[=verbatim(branch)]"
</#if>
variables:
  DAGSTER_CLOUD_ORGANIZATION: [=organization]
  DAGSTER_BUILD_STATEDIR: .dagster-plus
  DAGSTER_VERSION: [=dagster]
<#if serverless>
  PYTHON_VERSION: [=vars.python_version!repo.python]
  COMMIT: {value: "", description: Commit of this repository whose code to deploy}
<#elseif builds == 1>
  BUILD_DIRECTORY: [=literally(repo.builds[0].directory)]
  REPOSITORY: [=literally(repo.builds[0].registry)]
  IMAGE: {value: "", description: "TAG@sha256:DIGEST of an image built before, as the log of its deployment ends"}
<#elseif builds gt 1>
  IMAGES: {value: "", description: "Images built before, as the log of their deployment ends"}
</#if>
default:
<#if serverless>
  # What is compiled for Debian 12, Dagster+ can run
  image: python:$PYTHON_VERSION-bookworm
<#else>
  image: python:3.12-bookworm
</#if>
<#if mergeRequests>
  interruptible: true
</#if>
<#if !serverless && builds gt 0>
build:
  stage: build
  image: docker:28-cli
  services: [docker:28-dind]
  rules:
    - if: $CI_PIPELINE_SOURCE == "push"
<#if mergeRequests>
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
</#if>
  variables:
    DOCKER_TLS_CERTDIR: /certs
<#if builds == 1>
  script:
    - printf %s "$REGISTRY_PASSWORD" | docker login "${REPOSITORY%%/*}" --username "$REGISTRY_USER" --password-stdin
    - docker build --tag "$REPOSITORY:$CI_COMMIT_SHA" "$BUILD_DIRECTORY"
    - docker push "$REPOSITORY:$CI_COMMIT_SHA"
    - digest=$(docker inspect --format '{{index .RepoDigests 0}}' "$REPOSITORY:$CI_COMMIT_SHA")
    - echo "IMAGE=$CI_COMMIT_SHA@${digest#*@}" > image.env
  artifacts:
    reports: {dotenv: image.env}
<#else>
<#list repo.builds as build>
    DIRECTORY_[=verbatim(build?counter?c)]: [=literally(build.directory)]
    REPOSITORY_[=verbatim(build?counter?c)]: [=literally(build.registry)]
</#list>
  script:
    - |
      build() { # NAME REPOSITORY DIRECTORY
        docker build --tag "$2:$CI_COMMIT_SHA-$1" "$3"
        docker push "$2:$CI_COMMIT_SHA-$1"
        digests=$(docker inspect --format '{{join .RepoDigests " "}}' "$2:$CI_COMMIT_SHA-$1")
        digest=${digests##*"$2@"}
        images=${images:+$images,}$1=$CI_COMMIT_SHA-$1@${digest%% *}
      }
<#assign hosts = repo.builds?map(build -> build.registry?keep_before("/"))>
<#list hosts as host>
<#if hosts?seq_index_of(host) == host?index>
    - printf %s "$REGISTRY_PASSWORD" | docker login "${REPOSITORY_[=verbatim(host?counter?c)]%%/*}" --username "$REGISTRY_USER" --password-stdin
</#if>
</#list>
<#list repo.builds as build>
    - build [=verbatim(build.name)] "$REPOSITORY_[=verbatim(build?counter?c)]" "$DIRECTORY_[=verbatim(build?counter?c)]"
</#list>
    - echo "IMAGES=$images" > images.env
  artifacts:
    reports: {dotenv: images.env}
</#if>
</#if>
<#function number name><#return verbatim((names?seq_index_of(name) + 1)?c)></#function>
<#assign names = []>
<#if builds gt 1>
<#list repo.builds as build>
<#assign names = names + build.locations?map(location -> location.name)>
</#list>
</#if>
<#assign names = names + repo.ready_locations?map(location -> location.name)>
.deploy:
  stage: deploy
<#if serverless>
  variables: {GIT_DEPTH: "0"}
<#elseif names?size gt 0>
  variables:
<#list names as name>
<#if names?seq_index_of(name) == name?index>
    LOCATION_[=verbatim(name?counter?c)]: [=literally(name)]
</#if>
</#list>
</#if>
  script:
<#if (repo.git.install)??>
    - [=repo.git.install]
    - dagster-fleet env check ".dagster-fleet/env_set.$ENVIRONMENT.json"
</#if>
    - pip install --quiet "dagster-cloud-cli==$DAGSTER_VERSION"
<#if serverless>
    - commit=${COMMIT:-$CI_COMMIT_SHA}
    - git worktree add --force --detach code "$commit"
    - dagster-cloud ci init --deployment "$ENVIRONMENT" --project-dir code --dagster-cloud-yaml-path "../dagster_cloud.$ENVIRONMENT.yaml" --commit-hash "$commit" --git-url "$CI_PROJECT_URL/-/tree/$commit"
    - dagster-cloud ci build --build-strategy=python-executable --python-version="$PYTHON_VERSION"
    - dagster-cloud ci deploy
<#else>
<#if builds == 1>
    - commit=${IMAGE%%@*}
<#elseif builds gt 1>
    - commit=${IMAGES#*=}
    - commit=${commit%%-*}
    - |
      give_image() { # LOCATION BUILD
        image=,$IMAGES
        image=${image##*",$2="}
        image=${image%%,*}
        dagster-cloud ci set-build-output --location-name "$1" --image-tag "${image:?is not given for $2}"
      }
</#if>
<#if builds gt 0>
    - dagster-cloud ci init --deployment "$ENVIRONMENT" --dagster-cloud-yaml-path "dagster_cloud.$ENVIRONMENT.yaml" --commit-hash "$commit" --git-url "$CI_PROJECT_URL/-/tree/$commit"
<#list repo.ready_locations as location>
    - <@onlyIn deployments=location.deployments>dagster-cloud ci locations-deselect "$LOCATION_[=number(location.name)]"</@>
</#list>
<#if builds == 1>
    - dagster-cloud ci set-build-output --image-tag "$IMAGE"
<#else>
<#list repo.builds as build>
<#list build.locations as location>
    - <@onlyIn deployments=location.deployments>give_image "$LOCATION_[=number(location.name)]" [=verbatim(build.name)]</@>
</#list>
</#list>
</#if>
    - dagster-cloud ci deploy
</#if>
<#if mergeRequests && repo.ready_locations?size gt 0>
    - deployment=$ENVIRONMENT
    - if [ "$CI_PIPELINE_SOURCE" = merge_request_event ]; then deployment=$(dagster-cloud ci branch-deployment . --base-deployment-name "$ENVIRONMENT"); fi
</#if>
<#list repo.ready_locations as location>
    - <@onlyIn deployments=location.deployments>dagster-cloud workspace add-location "$LOCATION_[=number(location.name)]" --deployment "$[=verbatim(mergeRequests?then("deployment", "ENVIRONMENT"))]" --location-file "dagster_cloud.$ENVIRONMENT.yaml"</@>
</#list>
</#if>
<#if serverless || builds gt 0>
  after_script:
    - dagster-cloud ci status --output-format markdown
<#if builds == 1>
    - 'echo "image: $IMAGE"'
<#if repo.promoted?size gt 0>
    - 'if [ "$CI_JOB_STATUS" = success ] && [ -n "$RECORD" ]; then echo "type in the workspace: $RECORD --image $IMAGE"; fi'
</#if>
<#elseif builds gt 1>
    - 'echo "images: $IMAGES"'
</#if>
</#if>
<#list repo.deployments as deployment>
deploy-[=verbatim(deployment)]:
  extends: .deploy
  environment: {name: [=deployment]}
  resource_group: [=deployment]
<#assign records = repo.promoted?filter(promoted -> promoted.deployment == deployment && builds == 1)>
<#if records?size gt 0>
  variables: {ENVIRONMENT: [=deployment], RECORD: [=literally("dagster-fleet deployed " + repo.name + " " + records[0].name)]}
<#else>
  variables: {ENVIRONMENT: [=deployment]}
</#if>
  rules:
<#if deployment?is_first>
    - if: $CI_PIPELINE_SOURCE == "push"
</#if>
<#if mergeRequests>
    - if: $CI_PIPELINE_SOURCE != "merge_request_event"
      when: manual
      allow_failure: true
<#else>
    - when: manual
      allow_failure: true
</#if>
</#list>
<#if mergeRequests>
branch-deployment:
  extends: .deploy
  environment: {name: branch/$CI_MERGE_REQUEST_IID, on_stop: close-branch-deployment}
  resource_group: branch/$CI_MERGE_REQUEST_IID
  variables: {ENVIRONMENT: [=environment.deployment]}
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
close-branch-deployment:
  stage: deploy
  environment: {name: branch/$CI_MERGE_REQUEST_IID, action: stop}
  resource_group: branch/$CI_MERGE_REQUEST_IID
  variables: {ENVIRONMENT: [=environment.deployment]}
  script:
    - pip install --quiet "dagster-cloud-cli==$DAGSTER_VERSION"
    - dagster-cloud ci branch-deployment . --mark-closed --base-deployment-name "$ENVIRONMENT"
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
      when: manual
      allow_failure: true
</#if>
</#if>
