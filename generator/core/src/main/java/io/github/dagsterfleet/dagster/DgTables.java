package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Location;
import io.github.dagsterfleet.fleet.Project;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code [tool.dg.project]} of a directory that said it is a dg project: it must agree with the location's code source,
 * and dg would name the location after the directory.
 */
final class DgTables {
    private static final String TOOL = "tool";
    private static final String DG = "dg";
    private static final String PROJECT = "project";

    private DgTables() {}

    /**
     * Adds nothing when several locations, or none, are given by a module: then only the team knows which is meant, and
     * has to say so, since dg refuses a project without its root module.
     */
    static void add(DocumentDraft document, Project project, Findings findings) {
        DocumentDraft tool = document.below(TOOL);
        DocumentDraft dg = tool.below(DG);
        boolean isProject = dg.scalar("directory_type")
                .map(Scalar::text)
                .map(PROJECT::equals)
                .orElse(false);
        List<Location> modules = new ArrayList<>();
        for (Location location : project.locations()) {
            if (module(location).isPresent()) {
                modules.add(location);
            }
        }
        if (!isProject) {
            return;
        }
        DocumentDraft table = dg.below(PROJECT);
        if (modules.size() == 1) {
            add(table, modules.get(0));
            dg.put(PROJECT, table);
            tool.put(DG, dg);
            document.put(TOOL, tool);
        } else if (table.get("root_module").isEmpty() && !project.locations().isEmpty()) {
            findings.add(withoutRoot(
                    project, modules.size(), dg.scalar("directory_type").orElseThrow()));
        }
    }

    private static Finding withoutRoot(Project project, int modules, Scalar directoryType) {
        String given = modules == 0 ? "none of its locations is" : modules + " of its locations are";
        return Finding.at(
                        FindingCode.DAGSTER_ROOT_MODULE,
                        project.locations().get(0).name().origin(),
                        "dg takes the project `" + project.path() + "` for one with a root module, but " + given
                                + " given by a module")
                .label("no root module")
                .note("here it becomes a dg project", directoryType.origin())
                .help("write `root_module` and `code_location_name` below `pyproject.tool.dg.project`, or write"
                        + " `pyproject: {tool: {dg: {$remove: true}}}`");
    }

    private static void add(DocumentDraft table, Location location) {
        Scalar module = module(location).orElseThrow();
        int dot = module.text().indexOf('.');
        String root = dot < 0 ? module.text() : module.text().substring(0, dot);
        say(table, "root_module", Derived.text(root, module));
        String effective = table.scalar("root_module").map(Scalar::text).orElse(root);
        if (!module.text().equals(effective + ".definitions")) {
            say(table, "code_location_target_module", Derived.text(module.text(), module));
        }
        say(table, "code_location_name", Derived.text(location.name().text(), location.name()));
    }

    private static void say(DocumentDraft table, String key, Node value) {
        if (table.get(key).isEmpty()) {
            table.put(key, value);
        }
    }

    private static Optional<Scalar> module(Location location) {
        Optional<Mapping> source = location.facts().mapping("code_source");
        return source.flatMap(said -> said.scalar("module_name"));
    }
}
