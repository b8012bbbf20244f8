package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.List;
import java.util.Locale;

/** Which of a location's containers: the server that holds its definitions, or the runs. */
public enum Side {
    SERVER,
    RUN;

    public static final List<Side> BOTH = List.of(SERVER, RUN);

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key below {@code container_context.k8s}. */
    public String k8sConfig() {
        return this == SERVER ? "server_k8s_config" : "run_k8s_config";
    }

    /** The key below {@code container_context.ecs}. */
    String ecsResources() {
        return this == SERVER ? "server_resources" : "run_resources";
    }

    /** The sides of a list that the schema has let through, always in the same order. */
    static List<Side> of(Sequence words) {
        return BOTH.stream()
                .filter(side -> words.items().stream()
                        .anyMatch(item ->
                                item instanceof Scalar word && word.text().equals(side.word())))
                .toList();
    }
}
