<@header/>
deployment: ${environment.deployment}
branch_deployments: ${environment.branch_deployments}
kind: ${environment.kind}
