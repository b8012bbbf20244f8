package io.github.dagsterfleet.layer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fixed name of a layer within a stack, as {@code $reset} and {@code explain} use it: {@code base}, {@code
 * environment}, {@code agent}, {@code agent@environment}, {@code profile:<name>}, {@code profile:<name>@environment},
 * {@code repo}, {@code overlay}; later stages trace as {@code references} and {@code derive}.
 */
public record LayerName(String value) {
    public static final LayerName BASE = new LayerName("base");
    public static final LayerName ENVIRONMENT = new LayerName("environment");
    public static final LayerName AGENT = new LayerName("agent");
    public static final LayerName AGENT_AT_ENVIRONMENT = new LayerName("agent@environment");
    public static final LayerName REPO = new LayerName("repo");
    public static final LayerName OVERLAY = new LayerName("overlay");
    /** Not a layer of the stack: the stage that resolves references. */
    public static final LayerName REFERENCES = new LayerName("references");
    /** Not a layer of the stack: the stage that makes Dagster's documents from facts. */
    public static final LayerName DERIVE = new LayerName("derive");

    private static final List<LayerName> FIXED = List.of(BASE, ENVIRONMENT, AGENT, AGENT_AT_ENVIRONMENT, REPO, OVERLAY);

    public static LayerName profile(String name) {
        return new LayerName("profile:" + name);
    }

    public static LayerName profileAtEnvironment(String name) {
        return new LayerName("profile:" + name + "@environment");
    }

    /** Whether what this layer says holds for one environment only, other than by a reference. */
    public boolean isEnvironmentSpecific() {
        return this.equals(ENVIRONMENT) || this.equals(OVERLAY) || value.endsWith("@environment");
    }

    /** Whether every stack has a layer of this name. */
    boolean isFixed() {
        return FIXED.contains(this);
    }

    boolean isProfile() {
        return value.startsWith("profile:");
    }

    /** Whether profiles may come before this layer. */
    boolean isAboveProfiles() {
        return isProfile() || this.equals(REPO) || this.equals(OVERLAY);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LayerName that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
