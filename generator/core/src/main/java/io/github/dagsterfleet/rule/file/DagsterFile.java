package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.toml.TomlFormat;
import io.github.dagsterfleet.syntax.yaml.ForeignYaml;
import io.github.dagsterfleet.text.SourceText;
import java.util.Optional;
import java.util.Set;

/** The files that Dagster's tools read, by their names. */
public enum DagsterFile {
    /** Also {@code dagster_cloud.<deployment>.yaml}: the command takes any name. */
    DAGSTER_CLOUD,
    PYPROJECT,
    DG,
    /** Of dg, beside its settings: what {@code dg plus deploy} builds. */
    BUILD,
    /** Of dg, beside its settings: what stands below {@code container_context} elsewhere. */
    CONTAINER_CONTEXT;

    /** Folders that hold what others made. */
    private static final Set<String> SKIPPED =
            Set.of(".git", ".venv", "venv", "node_modules", "__pycache__", "site-packages", ".tox", ".nox");

    /** Stands in every virtual environment, whatever its folder is called. */
    public static final String VIRTUAL_ENVIRONMENT = "pyvenv.cfg";

    /** Empty for a name that Dagster does not look for. */
    public static Optional<DagsterFile> found(String name) {
        if (name.startsWith("dagster_cloud.") && isYaml(name)) {
            return Optional.of(DAGSTER_CLOUD);
        }
        return switch (name) {
            case "pyproject.toml" -> Optional.of(PYPROJECT);
            case "dg.toml" -> Optional.of(DG);
            case "build.yaml" -> Optional.of(BUILD);
            case "container_context.yaml" -> Optional.of(CONTAINER_CONTEXT);
            default -> Optional.empty();
        };
    }

    /** The same of a file that somebody named, for which its format is enough. */
    public static Optional<DagsterFile> named(String name) {
        return found(name)
                .or(() -> isYaml(name) ? Optional.of(DAGSTER_CLOUD) : Optional.empty())
                .or(() -> name.endsWith(".toml") ? Optional.of(PYPROJECT) : Optional.empty());
    }

    /** Whether nothing below a folder of this name is anybody's own. */
    public static boolean skips(String folder) {
        return SKIPPED.contains(folder);
    }

    /** Whether files of this name are Dagster's only where dg's settings lie beside them: others use the name too. */
    public boolean isOnlyBesideDg() {
        return this == BUILD || this == CONTAINER_CONTEXT;
    }

    /** Its tree, as the tool sees it that reads it. */
    Optional<Node> read(SourceText text, Findings findings) {
        return this == PYPROJECT || this == DG
                ? TomlFormat.INSTANCE.read(text, findings)
                : ForeignYaml.read(text, findings);
    }

    private static boolean isYaml(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }
}
