package io.github.dagsterfleet.render;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** How often a template is rendered: the name of the folder that it lies in. */
public enum Scope {
    /** Once; sees every repo and environment. */
    FLEET("fleet", Map.of()),
    /** Once per environment. */
    ENVIRONMENT("environment", Map.of()),
    /** Once per repo; sees the repo in its first environment. */
    REPO("repo", Map.of("env_example", ".env.example")),
    /** Once per repo and environment. */
    REPO_AT_ENVIRONMENT(
            "repo@environment", Map.of("locations", "dagster_cloud.yaml", "env_set", "env_set.json")),
    /** Once per project; sees the repo in its first environment. */
    PROJECT("project", Map.of()),
    /** Once per project and environment. */
    PROJECT_AT_ENVIRONMENT("project@environment", Map.of("project.pyproject", "pyproject.toml"));

    private final String folder;
    private final Map<String, String> owed;

    Scope(String folder, Map<String, String> owed) {
        this.folder = folder;
        this.owed = owed;
    }

    /** The name of the folder below {@code templates/}. */
    public String folder() {
        return folder;
    }

    /**
     * The documents that templates of this scope owe in full, by model path, each with its standard file: turning that
     * file off with {@code artifacts} lifts the debt.
     */
    public Map<String, String> owed() {
        return owed;
    }

    /** The scope of a folder's name. */
    public static Optional<Scope> ofFolder(String folder) {
        return Arrays.stream(values())
                .filter(scope -> scope.folder.equals(folder))
                .findFirst();
    }
}
