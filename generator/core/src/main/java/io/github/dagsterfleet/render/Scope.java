package io.github.dagsterfleet.render;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** How often a template is rendered: the name of the folder that it lies in. */
public enum Scope {
    /** Once; sees every repo and environment. */
    FLEET("fleet"),
    /** Once per environment. */
    ENVIRONMENT("environment"),
    /** Once per repo; sees the repo in its first environment. */
    REPO("repo"),
    /** Once per repo and environment. */
    REPO_AT_ENVIRONMENT("repo@environment"),
    /** Once per project; sees the repo in its first environment. */
    PROJECT("project"),
    /** Once per project and environment. */
    PROJECT_AT_ENVIRONMENT("project@environment");

    private final String folder;

    Scope(String folder) {
        this.folder = folder;
    }

    /** The name of the folder below {@code templates/}. */
    public String folder() {
        return folder;
    }

    /**
     * The documents that templates of this scope owe in full, by model path, each with its standard file: a repo that
     * turns that file off with {@code artifacts} lifts the debt.
     */
    public Map<String, String> owed() {
        return switch (this) {
            case REPO -> Map.of("env_example", ".env.example");
            case REPO_AT_ENVIRONMENT -> Map.of("locations", "dagster_cloud.yaml", "env_set", "env_set.json");
            case PROJECT_AT_ENVIRONMENT -> Map.of("project.pyproject", "pyproject.toml");
            case ENVIRONMENT ->
                Map.of(
                        "environment.deployment_settings",
                        "deployment_settings.yaml",
                        "environment.alert_policies",
                        "alert_policies.yaml");
            case FLEET, PROJECT -> Map.of();
        };
    }

    /** The scope of a folder's name. */
    public static Optional<Scope> ofFolder(String folder) {
        return Arrays.stream(values())
                .filter(scope -> scope.folder.equals(folder))
                .findFirst();
    }
}
