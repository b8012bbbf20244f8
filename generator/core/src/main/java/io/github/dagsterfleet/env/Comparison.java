package io.github.dagsterfleet.env;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.plus.Scope;
import io.github.dagsterfleet.plus.StoredVariable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What is promised beside what exists, by names alone. */
final class Comparison {
    private final EnvSet contract;
    private final Findings findings;
    private int there;
    private int missing;
    private int elsewhere;
    private final Set<String> unseen = new TreeSet<>();

    Comparison(EnvSet contract, Findings findings) {
        this.contract = contract;
        this.findings = findings;
    }

    /** Looks at what Dagster+ has to keep. */
    void withDagster(List<StoredVariable> stored) {
        for (Promised variable : contract.variables()) {
            if (variable.isKeptByDagster()) {
                kept(variable, stored);
            } else {
                hidden(variable, stored).ifPresent(findings::add);
            }
        }
        for (StoredVariable one : stored) {
            if (contract.hasNoPlaceFor(one)) {
                findings.add(Finding.of(
                                FindingCode.ENV_EXTRA,
                                "Dagster+ keeps `" + one.name() + "` for " + Names.all(one.locations())
                                        + ", which nobody declares")
                        .help("declare it in repos/" + contract.repo() + "/repo.yaml, or take it away " + away(one)));
            }
        }
    }

    /** {@code --prune} removes what one location alone has. */
    private String away(StoredVariable stored) {
        return stored.locations().size() == 1
                ? "with `dagster-fleet env apply " + contract.repo() + " " + contract.environment() + " --prune`"
                : "in Dagster+ itself, where it is for several locations together";
    }

    private void kept(Promised variable, List<StoredVariable> stored) {
        List<String> without = new ArrayList<>();
        Set<Scope> lacking = EnumSet.noneOf(Scope.class);
        Set<Scope> surplus = EnumSet.noneOf(Scope.class);
        Set<Scope> due = variable.scopes();
        for (String location : variable.locations()) {
            Set<Scope> covered = EnumSet.noneOf(Scope.class);
            for (StoredVariable one : stored) {
                if (one.name().equals(variable.name().text()) && one.reaches(location)) {
                    covered.addAll(one.scopes());
                }
            }
            if (covered.isEmpty()) {
                without.add(location);
            } else {
                due.stream().filter(scope -> !covered.contains(scope)).forEach(lacking::add);
                covered.stream().filter(scope -> !due.contains(scope)).forEach(surplus::add);
            }
        }
        if (!without.isEmpty() && variable.isRequired()) {
            findings.add(missing(variable, without));
        }
        if (!lacking.isEmpty()) {
            findings.add(lacking(variable, lacking));
        }
        if (!surplus.isEmpty()) {
            findings.add(surplus(variable, surplus));
        }
        if (!without.isEmpty()) {
            missing += variable.isRequired() ? 1 : 0;
        } else if (!lacking.isEmpty()) {
            elsewhere++;
        } else {
            there++;
        }
    }

    /** What Dagster+ keeps is put over the variables that the agent gives the process. */
    private Optional<Finding> hidden(Promised variable, List<StoredVariable> stored) {
        List<String> where = variable.locations().stream()
                .filter(location -> stored.stream()
                        .anyMatch(one -> one.name().equals(variable.name().text())
                                && one.reaches(location)
                                && one.scopes().stream().anyMatch(variable.scopes()::contains)))
                .toList();
        if (where.isEmpty()) {
            return Optional.empty();
        }
        String name = variable.name().text();
        return Optional.of(Finding.at(
                        FindingCode.ENV_HIDDEN,
                        variable.name().origin(),
                        "Dagster+ keeps a `" + name + "` too, and " + Names.all(where)
                                + (where.size() == 1 ? " gets" : " get") + " that one instead")
                .label("hidden")
                .help("remove `" + name + "` from the deployment `" + contract.deployment()
                        + "`, or keep it there for other locations alone"));
    }

    private Finding missing(Promised variable, List<String> locations) {
        String name = variable.name().text();
        return Finding.at(
                        FindingCode.ENV_MISSING,
                        variable.name().origin(),
                        "Dagster+ keeps no `" + name + "` for " + Names.all(locations) + " in the deployment `"
                                + contract.deployment() + "`")
                .label("missing")
                .help(apply(variable, ""));
    }

    private String apply(Promised variable, String option) {
        return "run `dagster-fleet env apply " + contract.repo() + " " + contract.environment() + option + "`"
                + (variable.value().isPresent()
                        ? ""
                        : " with the value in the environment, as `"
                                + variable.name().text() + "`");
    }

    private Finding lacking(Promised variable, Set<Scope> lacking) {
        return Finding.at(
                        FindingCode.ENV_WRONG_SCOPE,
                        variable.name().origin(),
                        "Dagster+ keeps `" + variable.name().text() + "`, but not for " + words(lacking))
                .label("wrong scope")
                .help(apply(variable, variable.value().isPresent() ? "" : " --rotate"));
    }

    private Finding surplus(Promised variable, Set<Scope> surplus) {
        return Finding.at(
                        FindingCode.ENV_TOO_WIDE,
                        variable.name().origin(),
                        "Dagster+ hands `" + variable.name().text() + "` to " + words(surplus) + " too")
                .label("too wide")
                .help(apply(variable, variable.value().isPresent() ? "" : " --rotate"));
    }

    private String words(Set<Scope> scopes) {
        return String.join(" and ", scopes.stream().map(this::words).toList());
    }

    private String words(Scope scope) {
        return switch (scope) {
            case FULL -> "the deployment `" + contract.deployment() + "` itself";
            case BRANCH -> "branch deployments of `" + contract.deployment() + "`";
            case LOCAL -> "laptops";
        };
    }

    /** Looks at what other stores have to keep. */
    void with(KnownNames known) {
        for (Promised variable : contract.variables()) {
            variable.place()
                    .filter(place -> !variable.isKeptByDagster())
                    .ifPresent(place -> inStore(variable, place, known));
        }
    }

    private void inStore(Promised variable, SecretPlace place, KnownNames known) {
        Optional<KnownNames.Answer> answer = known.find(place);
        if (answer.isEmpty()) {
            unseen.add(place.via());
            return;
        }
        if (answer.get() != KnownNames.Answer.THERE && variable.isRequired()) {
            findings.add(Finding.at(
                            FindingCode.ENV_MISSING,
                            variable.name().origin(),
                            "`" + variable.name().text() + "` is to come from `" + place.reference() + "`, and "
                                    + (answer.get() == KnownNames.Answer.NO_KEY
                                            ? "that has no key `" + place.key() + "`"
                                            : place.via() + " is not in the list"))
                    .label("missing")
                    .help("make it there, or correct the name"));
        }
        if (answer.get() == KnownNames.Answer.THERE) {
            there++;
        } else {
            missing += variable.isRequired() ? 1 : 0;
        }
    }

    EnvCheck result() {
        return new EnvCheck(contract, findings.sorted(), there, missing, elsewhere, List.copyOf(unseen));
    }
}
