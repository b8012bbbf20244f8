package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.fleet.Location;
import io.github.dagsterfleet.fleet.Platform;
import io.github.dagsterfleet.fleet.SecretEntry.Store;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.Optional;

/** The ways of one location's variables in words: what an operator looks up when one does not arrive. */
final class Ways {
    private final String context;
    private final String envVars;
    private final String secrets;

    Ways(Location location, Platform platform) {
        this.context = "container_context." + platform.word() + ".";
        this.envVars = context + "env_vars";
        Optional<Mapping> k8s =
                location.facts().mapping("container_context").flatMap(said -> said.mapping(Platform.K8S.word()));
        this.secrets = "Secret "
                + k8s.flatMap(said -> said.text("namespace"))
                        .map(name -> name + "/")
                        .orElse("");
    }

    String of(Variable variable) {
        return switch (variable.route()) {
            case ENV_VARS -> envVars;
            case DAGSTER_PLUS -> Store.DAGSTER_PLUS.word();
            case CONTAINER_ENV, ENV_SECRETS, ECS_SECRETS ->
                variable.supply() instanceof Supply.Secret secret
                        ? secret.arn().map(Scalar::text).orElse(secrets + secret.secret())
                        : context + variable.sides().get(0).k8sConfig() + ".container_config.env";
        };
    }
}
