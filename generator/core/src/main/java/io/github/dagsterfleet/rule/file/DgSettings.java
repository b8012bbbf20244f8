package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Judge;
import io.github.dagsterfleet.schema.Reading;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.schema.ShapeReader;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.syntax.Mapping;

/** The settings of dg: {@code [tool.dg]}, or the whole of a dg.toml. */
final class DgSettings implements Rule {
    @Override
    public void check(ParsedFile file, Findings findings) {
        Findings found = new Findings();
        Shape newest = Shapes.standard().dg();
        Shape known = OlderKey.addedFor(file.version(), NewerKeys.OF_DG.knownTo(file.version(), newest));
        new ShapeReader(known, Reading.FOREIGN, found).read(file.root());
        if (file.root() instanceof Mapping settings) {
            settings.text("directory_type").ifPresent(type -> ownTable(settings, type, found));
        }
        found.list()
                .forEach(finding -> findings.add(
                        finding.code() == FindingCode.SCHEMA_DUPLICATE_ITEM
                                ? finding.asWarning()
                                : finding.by(Judge.DG)));
    }

    /** A project has the table of projects and a workspace that of workspaces, and neither has the other's. */
    private static void ownTable(Mapping settings, String type, Findings findings) {
        boolean project = type.equals("project");
        if (!project && !type.equals("workspace")) {
            return;
        }
        String other = project ? "workspace" : "project";
        if (!settings.has(type)) {
            findings.add(Finding.at(
                            FindingCode.SCHEMA_MISSING_KEY,
                            settings.entry("directory_type").orElseThrow().key().origin(),
                            "a " + type + " has no table `" + type + "`")
                    .label("no `" + type + "`")
                    .help(
                            project
                                    ? "add the table `project` with its `root_module`"
                                    : "add the table `workspace`, with `projects = []` if there are none yet"));
            settings.entry(other)
                    .ifPresent(entry -> findings.add(Finding.at(
                                    FindingCode.SCHEMA_UNKNOWN_KEY,
                                    entry.key().origin(),
                                    "a " + type + " has no key `" + other + "`")
                            .label("unknown key")
                            .help("remove it, or write `directory_type = \"" + other + "\"`")));
        }
    }
}
