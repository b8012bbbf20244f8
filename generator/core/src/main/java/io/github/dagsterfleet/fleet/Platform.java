package io.github.dagsterfleet.fleet;

import java.util.Locale;

/** Where an agent starts code. */
public enum Platform {
    SERVERLESS,
    K8S,
    ECS,
    DOCKER;

    /** As in base.yaml and as key of {@code container_context}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The platform of a word that the schema has let through. */
    public static Platform ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** Whether images are built and kept by the organisation, not by Dagster+. */
    public boolean isHybrid() {
        return this != SERVERLESS;
    }
}
