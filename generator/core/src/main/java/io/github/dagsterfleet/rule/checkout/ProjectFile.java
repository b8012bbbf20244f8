package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourcePath;
import java.util.Optional;

/**
 * A Python project: its pyproject.toml, and dg's settings, be they in it or in a dg.toml.
 *
 * @param dg {@code [tool.dg.project]}; empty where dg knows no project
 */
record ProjectFile(SourcePath folder, Mapping root, Optional<Mapping> dg) {
    /** dg passes over the pyproject.toml of a folder that has a dg.toml. */
    static Optional<ProjectFile> in(CheckoutFiles files, SourcePath folder) {
        Optional<Mapping> pyproject = files.toml(folder.resolve("pyproject.toml"));
        Optional<Mapping> own = files.toml(folder.resolve("dg.toml"));
        Optional<Mapping> settings = own.isPresent() ? own : pyproject.flatMap(root -> tool(root, "dg"));
        Optional<Mapping> dg = settings.flatMap(ProjectFile::dgProject);
        return pyproject.or(() -> own.filter(root -> dg.isPresent())).map(root -> new ProjectFile(folder, root, dg));
    }

    /** The only file of its folder. */
    static ProjectFile of(SourcePath folder, Mapping pyproject) {
        return new ProjectFile(folder, pyproject, tool(pyproject, "dg").flatMap(ProjectFile::dgProject));
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

    private static Optional<Mapping> dgProject(Mapping settings) {
        return settings.text("directory_type").filter("project"::equals).isPresent()
                ? settings.mapping("project")
                : Optional.empty();
    }

    private static Optional<Mapping> tool(Mapping root, String name) {
        return root.mapping("tool").flatMap(tools -> tools.mapping(name));
    }

    Optional<Mapping> project() {
        return root.mapping("project");
    }

    Optional<Scalar> text(Mapping table, String key) {
        return table.scalar(key).filter(Scalar::isString);
    }
}
