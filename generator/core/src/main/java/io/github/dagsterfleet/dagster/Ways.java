package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.fleet.Location;
import io.github.dagsterfleet.fleet.Platform;
import io.github.dagsterfleet.syntax.Scalar;

/** The way of a variable in words: what an operator looks up when it does not arrive. */
final class Ways {
    private Ways() {}

    static String of(Variable variable, Location location, Platform platform) {
        return switch (variable.route()) {
            case ENV_VARS -> context(platform, "env_vars");
            case DAGSTER_PLUS -> "dagster-plus";
            case CONTAINER_ENV, ENV_SECRETS, ECS_SECRETS ->
                variable.supply() instanceof Supply.Secret secret
                        ? secret(secret, location)
                        : context(platform, variable.sides().get(0).k8sConfig() + ".container_config.env");
        };
    }

    private static String context(Platform platform, String key) {
        return "container_context." + platform.word() + "." + key;
    }

    private static String secret(Supply.Secret secret, Location location) {
        return secret.arn().map(Scalar::text).orElseGet(() -> {
            String namespace = location.facts()
                    .mapping("container_context")
                    .flatMap(context -> context.mapping(Platform.K8S.word()))
                    .flatMap(k8s -> k8s.text("namespace"))
                    .map(name -> name + "/")
                    .orElse("");
            return "Secret " + namespace + secret.secret();
        });
    }
}
