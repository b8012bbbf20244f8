package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.fleet.Target;

/** Turns facts into the complete Dagster documents. Templates lay out; everything that means something is decided here. */
public final class Derivation {
    private Derivation() {}

    /** Fails with every problem of the target at once. */
    public static Outcome<Documents> derive(Target target) {
        throw new IllegalStateException("being written: " + target);
    }
}
