package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.fleet.SecretEntry;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.List;
import java.util.Optional;

/** The ways by which a container gets variables whose names nobody here has heard of. */
final class UnknownKeys {
    private static final List<String> WAYS = List.of("env_config_maps", "env_from", "secrets_tags");
    private static final List<String> SIDES = List.of("server_k8s_config", "run_k8s_config");

    private UnknownKeys() {}

    /** @param document of a location */
    static boolean isGivenAny(Mapping document, Target target) {
        Optional<Mapping> platform = document.mapping("container_context")
                .flatMap(context -> context.mapping(target.agent().platform().word()));
        return platform.filter(settings -> WAYS.stream().anyMatch(settings::has)
                        || SIDES.stream().anyMatch(side -> takesWhole(settings, side))
                        || settings.scalars("env_secrets").stream().anyMatch(secret -> hasUnknownKeys(secret, target)))
                .isPresent();
    }

    private static boolean hasUnknownKeys(Scalar secret, Target target) {
        SecretEntry entry = target.fleet().secrets().get(secret.text());
        return entry == null || entry.keys().isEmpty();
    }

    private static boolean takesWhole(Mapping platform, String side) {
        return platform.mapping(side)
                .flatMap(config -> config.mapping("container_config"))
                .flatMap(container -> container.get("env_from").or(() -> container.get("envFrom")))
                .isPresent();
    }
}
