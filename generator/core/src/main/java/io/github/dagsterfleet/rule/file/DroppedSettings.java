package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.dagster.ShallowMerge;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;

/** What the agent drops without a word is a warning in a file: somebody may have meant it so. */
final class DroppedSettings implements Rule {
    @Override
    public void check(ParsedFile file, Findings findings) {
        Findings dropped = new Findings();
        for (Mapping location : file.locations()) {
            location.mapping("container_context")
                    .flatMap(context -> context.mapping("k8s"))
                    .ifPresent(k8s -> ShallowMerge.check(k8s, dropped));
        }
        dropped.list().forEach(finding -> findings.add(finding.asWarning()));
    }
}
