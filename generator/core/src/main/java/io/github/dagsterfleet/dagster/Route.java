package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.fleet.Platform;

/** The way a variable takes into its containers. */
enum Route {
    /** {@code env_vars} of the platform: {@code KEY=VALUE}, or a bare {@code KEY} of the agent's own environment. */
    ENV_VARS,
    /** {@code env} of a container of one side or both; Kubernetes only. */
    CONTAINER_ENV,
    /** A whole Kubernetes Secret. */
    ENV_SECRETS,
    /** {@code secrets} of an ECS task. */
    ECS_SECRETS,
    /** A variable kept by Dagster+: nothing in the document. */
    DAGSTER_PLUS;

    /** The way of a value that stands in the sources. */
    static Route ofValue(Platform platform, boolean bothSides) {
        if (platform == Platform.SERVERLESS) {
            return DAGSTER_PLUS;
        }
        return bothSides ? ENV_VARS : CONTAINER_ENV;
    }

    /** The way of one key of a secret, or of every key when {@code whole}; the agent can read its store. */
    static Route ofSecret(Supply.Secret secret, boolean whole) {
        return switch (secret.store()) {
            case KUBERNETES -> whole ? ENV_SECRETS : CONTAINER_ENV;
            case AWS -> ECS_SECRETS;
            case DAGSTER_PLUS -> DAGSTER_PLUS;
            case AGENT -> ENV_VARS;
        };
    }

    /** Whether it can end in one side's containers alone. */
    boolean knowsSides() {
        return this == CONTAINER_ENV;
    }
}
