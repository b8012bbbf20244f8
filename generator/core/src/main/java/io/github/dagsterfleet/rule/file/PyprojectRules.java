package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import java.util.Optional;

/** What a pyproject.toml has to be: a project to Python, and settings to dg. */
final class PyprojectRules {
    private static final Rules OF_PYTHON = Rules.of(
            new PythonProject(), new ObjectReferences(), new DependencyGroups(), new LockStep(), new DagsterTable());

    /** Also of a dg.toml. */
    static final Rules OF_DG = Rules.of(NewerKeys.OF_DG, new DgSettings());

    private PyprojectRules() {}

    static void check(ParsedFile file, Findings findings) {
        OF_PYTHON.check(file, findings);
        table(file.root(), "dg").ifPresent(dg -> OF_DG.check(file.over(dg), findings));
    }

    /** Whether a tool of Dagster reads the file. */
    static boolean speaksOfDagster(Node pyproject) {
        return table(pyproject, "dg").isPresent() || table(pyproject, "dagster").isPresent();
    }

    private static Optional<Node> table(Node pyproject, String tool) {
        return pyproject instanceof Mapping top
                ? top.mapping("tool").flatMap(tools -> tools.get(tool))
                : Optional.empty();
    }
}
