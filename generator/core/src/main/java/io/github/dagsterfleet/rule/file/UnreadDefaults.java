package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;

/** The command takes {@code defaults} and applies them in {@code ci template} alone; nothing that deploys looks at them. */
final class UnreadDefaults implements Rule {
    private static final String DEFAULTS = "defaults";

    @Override
    public void check(ParsedFile file, Findings findings) {
        if (file.root() instanceof Mapping top) {
            top.entry(DEFAULTS)
                    .filter(entry -> CodeSourceCount.saysSomething(entry.value()))
                    .ifPresent(entry -> findings.add(Finding.at(
                                    FindingCode.RULE_NEVER_READ,
                                    entry.key().origin(),
                                    "no command that deploys reads `" + DEFAULTS + "`")
                            .label("never applied")
                            .help("write these settings in each location, or deploy what"
                                    + " `dagster-cloud ci template` makes of this file")));
        }
    }
}
