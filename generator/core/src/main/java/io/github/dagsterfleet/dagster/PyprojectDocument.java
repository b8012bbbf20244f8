package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.dagster.requirement.ProjectVersions;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Project;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.List;
import java.util.Optional;

/** What a project's pyproject.toml holds, complete. */
final class PyprojectDocument {
    /** Ours, not the file's: how much of it we own. */
    private static final String OWNERSHIP = "ownership";

    private static final String TABLES = "tables";

    private static final String PROJECT = "project";
    private static final String DEPENDENCIES = "dependencies";
    private static final String OPTIONAL = "optional-dependencies";
    private static final String GROUPS = "dependency-groups";
    private static final String BUILD = "build-system";
    private static final String REQUIRES = "requires";
    private static final String TOOL = "tool";
    private static final String UV = "uv";
    /** Lists of requirements in the table of the one tool that Dagster itself recommends. */
    private static final List<String> OF_UV = List.of(
            "dev-dependencies", "constraint-dependencies", "override-dependencies", "build-constraint-dependencies");

    private PyprojectDocument() {}

    /** Empty for a project of which nobody says a pyproject. */
    static Optional<Mapping> of(Project project, Pins pins, Findings findings) {
        return project.facts()
                .mapping("pyproject")
                .map(facts -> withoutOwnership(facts, findings))
                .filter(facts -> !facts.isEmpty())
                .map(facts -> complete(facts, project, pins, findings));
    }

    private static Mapping withoutOwnership(Mapping facts, Findings findings) {
        facts.scalar(OWNERSHIP)
                .filter(said -> said.text().equals(TABLES))
                .ifPresent(said -> findings.add(ownership(said)));
        return facts.has(OWNERSHIP) ? facts.toBuilder().remove(OWNERSHIP).build(facts.origin()) : facts;
    }

    /** Made as a whole, the file would lose what the team wrote into it. */
    private static Finding ownership(Scalar tables) {
        return Finding.at(
                        FindingCode.DAGSTER_OWNERSHIP,
                        tables.origin(),
                        "this version of dagster-fleet makes pyproject.toml as a whole or not at all")
                .label("not yet")
                .help("take `ownership` out to have the whole file generated, or turn it off with"
                        + " `artifacts: {pyproject.toml: false}`");
    }

    private static Mapping complete(Mapping facts, Project project, Pins pins, Findings findings) {
        DocumentDraft document = DocumentDraft.over(facts);
        facts.mapping(PROJECT).ifPresent(said -> {
            ProjectVersions.check(said, findings);
            DocumentDraft table = DocumentDraft.over(said);
            pin(table, DEPENDENCIES, pins);
            said.mapping(OPTIONAL).ifPresent(extras -> table.put(OPTIONAL, pinAll(extras, pins)));
            document.put(PROJECT, table);
        });
        facts.mapping(GROUPS).ifPresent(groups -> document.put(GROUPS, pinAll(groups, pins)));
        facts.mapping(BUILD).ifPresent(said -> {
            DocumentDraft table = DocumentDraft.over(said);
            pin(table, REQUIRES, pins);
            document.put(BUILD, table);
        });
        facts.mapping(TOOL).ifPresent(said -> {
            DocumentDraft tools = DocumentDraft.over(said);
            DocumentDraft uv = tools.below(UV);
            OF_UV.forEach(key -> pin(uv, key, pins));
            tools.put(UV, uv);
            document.put(TOOL, tools);
        });
        DgTables.add(document, project, findings);
        return document.build();
    }

    private static DocumentDraft pinAll(Mapping lists, Pins pins) {
        DocumentDraft draft = DocumentDraft.over(lists);
        lists.keys().forEach(name -> pin(draft, name, pins));
        return draft;
    }

    private static void pin(DocumentDraft table, String key, Pins pins) {
        table.sequence(key).ifPresent(said -> {
            Node pinned = pins.pin(said);
            if (pinned != said) {
                table.put(key, pinned);
            }
        });
    }
}
