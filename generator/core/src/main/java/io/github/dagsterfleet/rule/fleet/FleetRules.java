package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.finding.Findings;
import java.util.List;
import java.util.Set;

/** Every rule across repos, by how much has to be known before it can speak. */
public final class FleetRules {
    /** What holds of any part of the fleet holds of those repos that were read. */
    private static final List<FleetRule> OF_ANY_PART = List.of(
            new DuplicateLocations(),
            new SimilarLocations(),
            new EnvironmentInName(),
            new UnknownRegistries(),
            new UnknownNeeds(),
            new AbsentNeeds(),
            new NeedCycles(),
            new UnequalVariables(),
            new SharedDeployments(),
            new RepeatedInRings(),
            new AlertEvents(),
            new AlertTargets(),
            new AlertOptions(),
            new AlertThresholds(),
            new AlertLocations());

    /** Without these nobody can tell what is deployed before what. */
    private static final List<FleetRule> OF_NEEDS =
            List.of(new DuplicateLocations(), new UnknownNeeds(), new AbsentNeeds(), new NeedCycles());

    /** That no repo has a name only those know who have read every one. */
    private static final List<FleetRule> OF_EVERY_REPO = List.of(new UnknownMembers());

    /** A project, and what Dagster+ has to keep, is known once all targets are resolved. */
    private static final List<FleetRule> OF_EVERY_TARGET = List.of(new SharedNames(), new VariableCount());

    private FleetRules() {}

    /** Tells what all rules have to say that can speak. */
    public static void check(FleetFacts fleet, Findings findings) {
        OF_ANY_PART.forEach(rule -> rule.check(fleet, findings));
        if (fleet.isWhole()) {
            OF_EVERY_REPO.forEach(rule -> rule.check(fleet, findings));
        }
        if (fleet.isComplete()) {
            OF_EVERY_TARGET.forEach(rule -> rule.check(fleet, findings));
        }
    }

    /** Tells what keeps repos from having an order. */
    public static void checkNeeds(FleetFacts fleet, Findings findings) {
        OF_NEEDS.forEach(rule -> rule.check(fleet, findings));
    }

    /**
     * Tells which artifacts are turned off that nobody makes.
     *
     * @param outputs the paths that templates make in a repo
     */
    public static void checkArtifacts(FleetFacts fleet, Set<String> outputs, Findings findings) {
        new UnknownArtifacts(outputs).check(fleet, findings);
    }
}
