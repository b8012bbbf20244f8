package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Judge;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;

/**
 * A build.yaml of dg: {@code registry} and {@code directory}, and nothing else. dg drops what is null, and fails on what
 * is no mapping before it looks into it.
 */
final class BuildFile implements Rule {
    private static final String DIRECTORY = "directory";
    private static final String LOCATIONS = "locations";
    private static final Rule WRITTEN = new BelowLocation("build", new CommandModels());

    @Override
    public void check(ParsedFile file, Findings findings) {
        if (!(file.root() instanceof Mapping said)) {
            findings.add(noMapping(file.root()));
            return;
        }
        Mapping.Builder rest = Mapping.builder();
        for (Mapping.Entry entry : said.entries()) {
            if (entry.name().equals(LOCATIONS)) {
                findings.add(ofAnother(entry.key()));
            } else if (entry.name().equals(DIRECTORY) && !isText(entry.value())) {
                findings.add(noText(entry.value()));
            } else if (!(entry.value() instanceof Scalar scalar && scalar.isNull())) {
                rest.put(entry.key(), entry.value());
            }
        }
        WRITTEN.check(file.over(rest.build(said.origin())), findings);
    }

    private static Finding noMapping(Node root) {
        return Finding.at(FindingCode.SCHEMA_KIND, root.origin(), "a build.yaml must be a mapping, not " + root.kind())
                .label(root.kind())
                .help("write `registry`, `directory` or both, each with its value")
                .by(Judge.DG);
    }

    private static Finding noText(Node directory) {
        return Finding.at(
                        FindingCode.SCHEMA_TYPE,
                        directory.origin(),
                        "`" + DIRECTORY + "` must be a text, not " + directory.kind())
                .label(directory.kind())
                .help("name a folder, relative to this file")
                .by(Judge.DG);
    }

    /** Pages about Dagster show locations under this name. */
    private static Finding ofAnother(Scalar key) {
        return Finding.at(
                        FindingCode.SCHEMA_UNKNOWN_KEY,
                        key.origin(),
                        "dg's build.yaml has no `" + LOCATIONS + "`: dg makes one of each project")
                .label("unknown key")
                .help("move them to a dagster_cloud.yaml, or keep `registry` and `directory` alone")
                .by(Judge.CLI);
    }

    private static boolean isText(Node node) {
        return node instanceof Scalar scalar && (scalar.isNull() || scalar.isString());
    }
}
