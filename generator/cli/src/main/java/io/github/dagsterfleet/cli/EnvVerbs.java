package io.github.dagsterfleet.cli;

import io.github.dagsterfleet.DagsterFleet;
import io.github.dagsterfleet.Variables;
import io.github.dagsterfleet.env.EnvCheck;
import io.github.dagsterfleet.env.EnvPlan;
import io.github.dagsterfleet.env.EnvText;
import io.github.dagsterfleet.env.GivenValues;
import io.github.dagsterfleet.env.KnownNames;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.plus.Timing;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;

/** The verbs about environment variables: a file for a laptop, and the comparison with Dagster+ and other stores. */
final class EnvVerbs {
    private final Arguments arguments;
    private final Surroundings surroundings;
    private final Timing timing = new WallTiming();

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
        Outcome<String> text = located(fleet.variables(
                        arguments.names().get(0), environments.stream().findFirst()))
                .then(Variables::local);
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

    /** @param variables of the sources, or of a file */
    int check(Outcome<Variables> variables, Screen screen) {
        Outcome<EnvCheck> check = located(variables)
                .then(own -> names().then(known -> own.check(known, surroundings.environment(), timing)));
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
        List<String> names = arguments.names();
        Outcome<Variables> variables = located(fleet.variables(names.get(0), Optional.of(names.get(1))));
        if (variables.value().isEmpty()) {
            return screen.refuse(variables.findings());
        }
        Variables own = variables.value().get();
        if (arguments.has(Option.PRINT_COMMANDS)) {
            return screen.page(own.commands());
        }
        EnvPlan.Wish wish = new EnvPlan.Wish(arguments.has(Option.ROTATE), arguments.has(Option.PRUNE));
        Outcome<EnvPlan> plan = values().then(values -> own.plan(values, wish, surroundings.environment(), timing));
        if (plan.value().isEmpty()) {
            return screen.refuse(plan.findings());
        }
        screen.planned(plan.value().get());
        return isAgreed(plan.value().get(), screen)
                ? screen.applied(own.apply(plan.value().get(), surroundings.environment(), timing))
                : screen.refuse(Finding.of(FindingCode.ENV_UNCONFIRMED, "nobody agreed to this, and nothing was sent")
                        .help("run it with `--yes`, or answer `y` on a terminal"));
    }

    private boolean isAgreed(EnvPlan plan, Screen screen) {
        return !plan.isWork()
                || arguments.has(Option.YES)
                || (!arguments.has(Option.STDIN) && surroundings.input().agrees(screen, EnvText.question(plan)));
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
        } catch (CharacterCodingException otherEncoding) {
            findings.add(Finding.of(FindingCode.ENV_VALUE, "what stands on the standard input is not UTF-8")
                    .help("write it as UTF-8, or with escapes as in `\\u00fc`"));
            return Outcome.failed(findings);
        } catch (IOException closed) {
            findings.add(Finding.of(FindingCode.ENV_VALUE, "the standard input cannot be read")
                    .help("give it a JSON object of names and values"));
            return Outcome.failed(findings);
        }
    }

    /** Narrowed to the location that is asked for. */
    private Outcome<Variables> located(Outcome<Variables> whole) {
        return arguments
                .value(Option.LOCATION)
                .map(location -> whole.then(variables -> variables.of(location)))
                .orElse(whole);
    }
}
