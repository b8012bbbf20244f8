package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.dagster.KeptVariable;
import io.github.dagsterfleet.dagster.VariableLimits;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Environment;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * All repos together put no more variables into a deployment than Dagster+ keeps there. A variable that is equal for
 * several locations counts once, since it can be kept once for all of them: this is the least that can be said.
 */
final class VariableCount implements FleetRule {
    /** Repos shown of a deployment; the rest is counted. */
    private static final int SHOWN = 3;

    /** One deployment that is over the limit. */
    private record Full(Environment environment, int variables) {
        String name() {
            return "`" + environment.deployment().text() + "`";
        }
    }

    /** What one repo brings. */
    private record Part(RepoFacts repo, int variables) {
        Scalar place() {
            return repo.outline().locations().keySet().iterator().next();
        }
    }

    @Override
    public void check(FleetFacts fleet, Findings findings) {
        List<Full> full = new ArrayList<>();
        for (Environment environment : fleet.environments()) {
            Set<KeptVariable> kept = new HashSet<>();
            fleet.repoFacts().forEach(repo -> kept.addAll(repo.kept(name(environment))));
            if (kept.size() > VariableLimits.MOST) {
                full.add(new Full(environment, kept.size()));
            }
        }
        full.stream()
                .max(Comparator.comparingInt(Full::variables))
                .ifPresent(worst -> findings.add(finding(worst, full, fleet)));
    }

    private static Finding finding(Full worst, List<Full> all, FleetFacts fleet) {
        List<Part> parts = parts(name(worst.environment()), fleet);
        Finding finding = Finding.at(
                        FindingCode.FLEET_VARIABLE_COUNT,
                        parts.get(0).place().origin(),
                        "the repos bring " + worst.variables() + " variables into the deployment " + worst.name()
                                + ", and Dagster+ keeps at most " + VariableLimits.MOST + " in one")
                .label("brings " + parts.get(0).variables());
        for (Part part : parts.subList(1, Math.min(SHOWN, parts.size()))) {
            finding = finding.note(
                    "`" + part.repo().outline().repo() + "` brings " + part.variables(),
                    part.place().origin());
        }
        if (parts.size() > SHOWN) {
            finding = finding.note(
                    "the rest comes from " + Repos.others(parts.size() - SHOWN) + " of this deployment",
                    worst.environment().deployment().origin());
        }
        for (Full other : all) {
            if (!other.equals(worst)) {
                finding = finding.note(
                        other.name() + " comes to " + other.variables(),
                        other.environment().deployment().origin());
            }
        }
        return finding.help("join what belongs together in one variable with `format: json`, or say in the code what is"
                + " the same everywhere");
    }

    /** What repos bring that bring anything, the most first. */
    private static List<Part> parts(String environment, FleetFacts fleet) {
        return fleet.repoFacts().stream()
                .map(repo -> new Part(repo, repo.kept(environment).size()))
                .filter(part -> part.variables() > 0)
                .sorted(Comparator.comparingInt(Part::variables).reversed())
                .toList();
    }

    private static String name(Environment environment) {
        return environment.name().text();
    }
}
