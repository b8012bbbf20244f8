<@header/>
[${verbatim(repo.name)}]
environment = ${environment.name}
deployment = ${environment.deployment}
port = ${vars.port}
ratio = ${vars.ratio}
strict = ${vars.strict}
version = ${vars.version}
image = ${vars.image + ":" + vars.version}
