deployment ${verbatim(environment.deployment)} is of kind ${verbatim(environment.kind)}
