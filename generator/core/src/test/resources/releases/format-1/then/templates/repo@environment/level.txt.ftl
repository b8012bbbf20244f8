${verbatim(env.LOG_LEVEL.value)} in ${verbatim(environment.name)}
