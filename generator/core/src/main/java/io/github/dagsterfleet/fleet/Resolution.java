package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.finding.Outcome;

/** What became of one repo in one environment. */
public sealed interface Resolution {
    /** The repo does not exist in the environment; nothing is generated there. */
    record Absent() implements Resolution {}

    /** A file that the target needs has errors, which are told elsewhere; what would follow from them is not told. */
    record Withheld() implements Resolution {}

    /** The facts, or everything that is wrong with them. */
    record Resolved(Outcome<Target> outcome) implements Resolution {}
}
