package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.text.SourcePath;
import java.util.Optional;

/**
 * A Python project: its pyproject.toml, and dg's settings, be they in it or in a dg.toml.
 *
 * @param dg {@code [tool.dg.project]}; empty where dg knows no project
 */
record ProjectFile(SourcePath folder, Mapping root, Optional<Mapping> dg) {
    private static final String PROJECT = "project";

    static Optional<ProjectFile> in(CheckoutFiles files, SourcePath folder) {
        Optional<Mapping> pyproject = files.toml(folder.resolve("pyproject.toml"));
        Optional<Mapping> own = files.toml(folder.resolve("dg.toml"));
        Optional<Mapping> dg = ofDg(files, folder, PROJECT);
        return pyproject.or(() -> own.filter(root -> dg.isPresent())).map(root -> new ProjectFile(folder, root, dg));
    }

    /** The only file of its folder. */
    static ProjectFile of(SourcePath folder, Mapping pyproject) {
        return new ProjectFile(folder, pyproject, tool(pyproject, "dg").flatMap(settings -> ofType(settings, PROJECT)));
    }

    /**
     * What dg reads of a folder of this type; it passes over a pyproject.toml beside a dg.toml.
     *
     * @param type {@code project} or {@code workspace}
     */
    static Optional<Mapping> ofDg(CheckoutFiles files, SourcePath folder, String type) {
        return files.toml(folder.resolve("dg.toml"))
                .or(() -> files.toml(folder.resolve("pyproject.toml")).flatMap(root -> tool(root, "dg")))
                .flatMap(settings -> ofType(settings, type));
    }

    /** Whether dg reads its settings in this folder, be it a project or a workspace. */
    static boolean hasDgSettings(CheckoutFiles files, SourcePath folder) {
        return files.isFile(folder.resolve("dg.toml"))
                || files.toml(folder.resolve("pyproject.toml"))
                        .flatMap(root -> tool(root, "dg"))
                        .isPresent();
    }

    Optional<Mapping> tool(String name) {
        return tool(root, name);
    }

    private static Optional<Mapping> ofType(Mapping settings, String type) {
        return settings.text("directory_type").filter(type::equals).isPresent()
                ? settings.mapping(type)
                : Optional.empty();
    }

    private static Optional<Mapping> tool(Mapping root, String name) {
        return root.mapping("tool").flatMap(tools -> tools.mapping(name));
    }

    Optional<Mapping> project() {
        return root.mapping(PROJECT);
    }
}
