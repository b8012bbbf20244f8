package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Judge;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;

/** A container_context.yaml of dg holds what stands below {@code container_context} elsewhere; it may be empty. */
final class ContextFile implements Rule {
    private static final String CONTEXT = "container_context";

    @Override
    public void check(ParsedFile file, Findings findings) {
        if (file.root() instanceof Mapping content) {
            content.entry(CONTEXT).ifPresent(entry -> findings.add(nested(entry)));
        } else if (CodeSourceCount.saysSomething(file.root())) {
            findings.add(noMapping(file.root()));
        }
    }

    private static Finding nested(Mapping.Entry entry) {
        return Finding.at(
                        FindingCode.SCHEMA_UNKNOWN_KEY,
                        entry.key().origin(),
                        "`" + CONTEXT + "` is said by the name of the file already")
                .label("one level too many")
                .help("move what stands below it one level up")
                .by(Judge.DEPLOY);
    }

    private static Finding noMapping(Node root) {
        return Finding.at(
                        FindingCode.SCHEMA_KIND,
                        root.origin(),
                        "a container_context.yaml must be a mapping, not " + root.kind())
                .label(root.kind())
                .help("write `k8s`, `ecs`, `docker` or `aca`, and the settings of that agent below it")
                .by(Judge.DG);
    }
}
