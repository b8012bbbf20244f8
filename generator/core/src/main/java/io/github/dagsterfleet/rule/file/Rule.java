package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.finding.Findings;

/** One thing that must hold of a file. Holds no state. */
interface Rule {
    void check(ParsedFile file, Findings findings);
}
