package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Project;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import java.util.Optional;

/** What a project's pyproject.toml holds, complete. */
final class PyprojectDocument {
    /** Ours, not the file's: how much of it we own. */
    private static final String OWNERSHIP = "ownership";

    private static final String PROJECT = "project";
    private static final String DEPENDENCIES = "dependencies";
    private static final String OPTIONAL = "optional-dependencies";
    private static final String GROUPS = "dependency-groups";

    private PyprojectDocument() {}

    /** Empty for a project of which nobody says a pyproject. */
    static Optional<Mapping> of(Project project, Pins pins, Findings findings) {
        return project.facts()
                .mapping("pyproject")
                .map(PyprojectDocument::withoutOwnership)
                .filter(facts -> !facts.isEmpty())
                .map(facts -> complete(facts, project, pins, findings));
    }

    private static Mapping withoutOwnership(Mapping facts) {
        return facts.has(OWNERSHIP) ? facts.toBuilder().remove(OWNERSHIP).build(facts.origin()) : facts;
    }

    private static Mapping complete(Mapping facts, Project project, Pins pins, Findings findings) {
        Draft document = Draft.over(facts);
        facts.mapping(PROJECT).ifPresent(said -> {
            Draft table = Draft.over(said);
            pin(table, DEPENDENCIES, pins);
            said.mapping(OPTIONAL).ifPresent(extras -> table.put(OPTIONAL, pinAll(extras, pins)));
            document.put(PROJECT, table);
        });
        facts.mapping(GROUPS).ifPresent(groups -> document.put(GROUPS, pinAll(groups, pins)));
        DgTables.add(document, project, findings);
        return document.build();
    }

    private static Draft pinAll(Mapping lists, Pins pins) {
        Draft draft = Draft.over(lists);
        lists.keys().forEach(name -> pin(draft, name, pins));
        return draft;
    }

    private static void pin(Draft table, String key, Pins pins) {
        table.sequence(key).ifPresent(said -> {
            Node pinned = pins.pin(said);
            if (pinned != said) {
                table.put(key, pinned);
            }
        });
    }
}
