package io.github.dagsterfleet.cli;

import io.github.dagsterfleet.DagsterFleet;
import io.github.dagsterfleet.Variables;
import io.github.dagsterfleet.env.DgCommands;
import io.github.dagsterfleet.env.EnvCheck;
import io.github.dagsterfleet.env.EnvPlan;
import io.github.dagsterfleet.env.EnvSet;
import io.github.dagsterfleet.env.GivenValues;
import io.github.dagsterfleet.env.KnownNames;
import io.github.dagsterfleet.env.LocalFile;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.finding.Suggestions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The verbs about environment variables: a file for a laptop, and the comparison with Dagster+ and other stores. */
final class EnvVerbs {
    private final Arguments arguments;
    private final Surroundings surroundings;

    EnvVerbs(Arguments arguments, Surroundings surroundings) {
        this.arguments = arguments;
        this.surroundings = surroundings;
    }

    int local(DagsterFleet fleet, Screen screen) {
        List<String> environments = arguments.values(Option.ENVIRONMENT);
        if (environments.size() > 1) {
            return screen.refuse(Finding.of(FindingCode.USAGE_ARGUMENTS, "`--env` names several environments")
                    .help("name one: a .env holds one value of each variable"));
        }
        Outcome<String> text = contract(fleet.contract(
                        arguments.names().get(0), environments.stream().findFirst()))
                .then(LocalFile::of);
        if (text.value().isEmpty()) {
            return screen.refuse(text.findings());
        }
        Optional<String> file = arguments.value(Option.TO);
        if (file.isEmpty()) {
            return screen.page(text.value().get());
        }
        Optional<Finding> refused = DagsterFleet.writeLocal(
                surroundings.folder(), file.get(), text.value().get());
        return refused.map(screen::refuse).orElseGet(() -> screen.written(file.get()));
    }

    /** @param contract from the sources, or from a file */
    int check(Outcome<EnvSet> contract, Screen screen) {
        Outcome<EnvCheck> check = contract(contract)
                .then(set -> names().then(known -> variables(set).check(known)));
        return check.value().map(screen::compared).orElseGet(() -> screen.refuse(check.findings()));
    }

    private Outcome<KnownNames> names() {
        KnownNames known = new KnownNames();
        Findings findings = new Findings();
        for (String name : arguments.values(Option.NAMES)) {
            try {
                known.add(name, name.equals("-") ? surroundings.input().text() : surroundings.read(name), findings);
            } catch (IOException unreadable) {
                findings.add(Finding.of(FindingCode.USAGE_UNKNOWN_PATH, "`" + name + "` cannot be read")
                        .help("name a file with the list, or `-` for the standard input"));
            }
        }
        return Outcome.of(known, findings);
    }

    int apply(DagsterFleet fleet, Screen screen) {
        Outcome<EnvSet> contract = contract(fleet.contract(
                arguments.names().get(0), Optional.of(arguments.names().get(1))));
        if (contract.value().isEmpty()) {
            return screen.refuse(contract.findings());
        }
        EnvSet set = contract.value().get();
        if (arguments.has(Option.PRINT_COMMANDS)) {
            return screen.page(DgCommands.of(set));
        }
        EnvPlan.Wish wish = new EnvPlan.Wish(arguments.has(Option.ROTATE), arguments.has(Option.PRUNE));
        Variables variables = variables(set);
        Outcome<EnvPlan> plan = values().then(values -> variables.plan(values, wish));
        if (plan.value().isEmpty()) {
            return screen.refuse(plan.findings());
        }
        return apply(plan.value().get(), variables, screen);
    }

    private int apply(EnvPlan plan, Variables variables, Screen screen) {
        screen.planned(plan);
        if (!plan.isWork() || arguments.has(Option.YES)) {
            return screen.applied(variables.apply(plan));
        }
        boolean agreed = !arguments.has(Option.STDIN) && surroundings.input().agrees(screen, EnvText.question(plan));
        return agreed
                ? screen.applied(variables.apply(plan))
                : screen.refuse(Finding.of(FindingCode.ENV_UNCONFIRMED, "nobody agreed to this, and nothing was sent")
                        .help("run it with `--yes`, or answer `y` on a terminal"));
    }

    private Outcome<GivenValues> values() {
        if (!arguments.has(Option.STDIN)) {
            return Outcome.ok(GivenValues.ofProcess(surroundings.environment()));
        }
        Findings findings = new Findings();
        try {
            Optional<GivenValues> values =
                    GivenValues.ofJson(surroundings.input().text(), findings);
            return values.map(Outcome::ok).orElseGet(() -> Outcome.failed(findings));
        } catch (IOException closed) {
            findings.add(Finding.of(FindingCode.ENV_VALUE, "the standard input cannot be read")
                    .help("give it a JSON object of names and values"));
            return Outcome.failed(findings);
        }
    }

    private Variables variables(EnvSet contract) {
        return new Variables(contract, surroundings.environment(), new WallTiming());
    }

    /** Narrowed to the location that is asked for. */
    private Outcome<EnvSet> contract(Outcome<EnvSet> whole) {
        Optional<String> location = arguments.value(Option.LOCATION);
        return location.isEmpty()
                ? whole
                : whole.then(set -> set.locations().contains(location.get())
                        ? Outcome.ok(set.of(location.get()))
                        : Outcome.failed(one(Suggestions.help(
                                Finding.of(
                                        FindingCode.USAGE_UNKNOWN_LOCATION,
                                        "no location `" + location.get() + "` of `" + set.repo()
                                                + "` has variables in `" + set.environment() + "`"),
                                location.get(),
                                set.locations()))));
    }

    private static Findings one(Finding finding) {
        Findings findings = new Findings();
        findings.add(finding);
        return findings;
    }
}
