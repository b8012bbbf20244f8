package io.github.dagsterfleet.env;

import io.github.dagsterfleet.dagster.VariableLimits;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.plus.Scope;
import io.github.dagsterfleet.plus.SecretValue;
import io.github.dagsterfleet.plus.StoredVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What has to be done so that Dagster+ keeps what a contract promises, one step for each variable and location.
 *
 * @param steps in the order of the contract; what nobody promises comes last
 */
public record EnvPlan(EnvSet contract, List<EnvStep> steps) {
    public EnvPlan {
        steps = List.copyOf(steps);
    }

    /** How far a plan goes. */
    public record Wish(boolean rotate, boolean prune) {}

    /** Fails with every value that is missing or cannot be kept; then nothing is to be sent at all. */
    public static Outcome<EnvPlan> of(EnvSet contract, List<StoredVariable> stored, GivenValues values, Wish wish) {
        return new Maker(contract, stored, values, wish).plan();
    }

    /** Whether anything is to be sent. */
    public boolean isWork() {
        return steps.stream().anyMatch(step -> !(step instanceof EnvStep.Leave));
    }

    private static final class Maker {
        private final EnvSet contract;
        private final List<StoredVariable> stored;
        private final GivenValues values;
        private final Wish wish;
        private final List<EnvStep> steps = new ArrayList<>();
        private final Findings findings = new Findings();

        Maker(EnvSet contract, List<StoredVariable> stored, GivenValues values, Wish wish) {
            this.contract = contract;
            this.stored = stored;
            this.values = values;
            this.wish = wish;
        }

        Outcome<EnvPlan> plan() {
            values.checkNames(contract, findings);
            contract.variables().stream().filter(Promised::isKeptByDagster).forEach(variable -> variable.locations()
                    .forEach(location -> step(variable, location)));
            for (StoredVariable one : stored) {
                if (contract.hasNoPlaceFor(one)) {
                    steps.add(
                            wish.prune() && one.locations().size() == 1
                                    ? new EnvStep.Remove(one)
                                    : new EnvStep.Leave(EnvStep.Reason.EXTRA, one.name(), one.locations()));
                }
            }
            checkRoom();
            return Outcome.of(new EnvPlan(contract, steps), findings);
        }

        /** The deployment keeps the variables of all repos, and of whoever else set some. What is removed goes last. */
        private void checkRoom() {
            long fresh = steps.stream()
                    .filter(step -> step instanceof EnvStep.Send send && send.isNew())
                    .count();
            if (fresh > 0 && stored.size() + fresh > VariableLimits.MOST) {
                findings.add(Finding.of(
                                FindingCode.DAGSTER_VARIABLE_LIMIT,
                                "Dagster+ keeps " + stored.size() + " variables in the deployment `"
                                        + contract.deployment() + "`, and with " + fresh
                                        + " more they would be over its limit of " + VariableLimits.MOST)
                        .help("join what belongs together in one variable with `format: json`, or remove what no code"
                                + " reads"));
            }
        }

        private void step(Promised variable, String location) {
            String name = variable.name().text();
            List<StoredVariable> same = stored.stream()
                    .filter(one -> one.name().equals(name) && one.reaches(location))
                    .toList();
            if (variable.value().isPresent()) {
                send(
                        variable,
                        location,
                        same,
                        GivenValues.ready(variable, variable.value().get().text(), findings));
            } else if (isThere(variable, same) && !(wish.rotate() && values.has(variable))) {
                steps.add(new EnvStep.Leave(EnvStep.Reason.EXISTS, name, List.of(location)));
            } else if (values.has(variable)) {
                send(variable, location, same, values.of(variable, findings));
            } else if (variable.isRequired()) {
                findings.add(Finding.at(
                                FindingCode.ENV_NO_VALUE,
                                variable.name().origin(),
                                "there is no value for `" + name + "`, which Dagster+ does not keep yet")
                        .label("no value")
                        .help("set `" + name + "` in the environment of this command, or give it with `--stdin json`"));
            } else {
                steps.add(new EnvStep.Leave(EnvStep.Reason.ABSENT, name, List.of(location)));
            }
        }

        private static boolean isThere(Promised variable, List<StoredVariable> same) {
            return variable.scopes().stream().allMatch(scope -> same.stream()
                    .anyMatch(one -> one.scopes().contains(scope)));
        }

        private void send(Promised variable, String location, List<StoredVariable> same, Optional<SecretValue> value) {
            boolean isNew = same.stream().noneMatch(one -> one.isOnlyFor(location));
            Set<Scope> scopes = variable.scopes();
            value.ifPresent(one -> steps.add(new EnvStep.Send(variable.name().text(), location, scopes, one, isNew)));
        }
    }
}
