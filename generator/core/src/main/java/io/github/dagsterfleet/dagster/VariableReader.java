package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.fleet.Location;
import io.github.dagsterfleet.fleet.Platform;
import io.github.dagsterfleet.fleet.SecretEntry.Store;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code env}, {@code env_from} and what the platform's own words say, and checks what it reads. */
final class VariableReader {
    private static final String SIDES = "sides";

    private final Target target;
    private final Platform platform;
    private final SecretCatalogue secrets;
    private final Findings findings;

    VariableReader(Target target, Findings findings) {
        this.target = target;
        this.platform = target.agent().platform();
        this.secrets = new SecretCatalogue(target, findings);
        this.findings = findings;
    }

    LocationVariables read(Location location) {
        Mapping facts = location.facts();
        List<Variable> found = new ArrayList<>();
        facts.mapping("container_context")
                .flatMap(context -> context.mapping(platform.word()))
                .ifPresent(raw -> found.addAll(PlatformContext.of(platform).rawVariables(raw, secrets)));
        facts.mapping("env").ifPresent(env -> addDeclared(env, found));
        List<Scalar> whole = new ArrayList<>();
        for (Node item : facts.sequence("env_from").map(Sequence::items).orElse(List.of())) {
            if (item instanceof Scalar name) {
                wholeSecret(name, found, whole);
            }
        }
        check(found);
        return new LocationVariables(location, found, whole);
    }

    private void addDeclared(Mapping env, List<Variable> found) {
        for (Mapping.Entry entry : env.entries()) {
            if (entry.value() instanceof Mapping declaration) {
                Optional<Variable> variable = declared(entry.key(), declaration);
                if (variable.isPresent()) {
                    found.add(variable.get());
                }
            }
        }
    }

    private Optional<Variable> declared(Scalar name, Mapping declaration) {
        Optional<Scalar> value = declaration.scalar("value");
        if (value.isPresent()) {
            findings.add(ValueFormat.check(value.get(), declaration));
            List<Side> sides = sides(declaration);
            Route route = Route.ofValue(platform, sides.size() == Side.BOTH.size());
            return Optional.of(new Variable(name, new Supply.Plain(value.get()), sides, route, declaration, false));
        }
        Optional<Scalar> reference = declaration.scalar("secret");
        if (reference.isPresent()) {
            Optional<Supply.Secret> secret = secrets.key(reference.get());
            return secret.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Variable(
                            name,
                            secret.get(),
                            sides(declaration),
                            Route.ofSecret(secret.get(), false),
                            declaration,
                            false));
        }
        if (Variable.isRequired(declaration)) {
            findings.add(Finding.at(
                            FindingCode.DAGSTER_VARIABLE_WITHOUT_VALUE,
                            name.origin(),
                            "`" + name.text() + "` has neither a value nor a secret")
                    .label("no value")
                    .note("there is none in `" + target.environment().name().text() + "`", new Site.Nowhere())
                    .help("give it a `value` or a `secret: <name>#<key>`, or say `required: false`"));
        }
        return Optional.empty();
    }

    private List<Side> sides(Mapping declaration) {
        return declaration
                .sequence(SIDES)
                .map(Side::of)
                .filter(sides -> !sides.isEmpty())
                .orElse(Side.BOTH);
    }

    private void wholeSecret(Scalar name, List<Variable> found, List<Scalar> whole) {
        List<Supply.Secret> keys = secrets.keys(name);
        if (platform == Platform.K8S && secrets.store(name.text()) == Store.KUBERNETES) {
            whole.add(name);
        }
        for (Supply.Secret key : keys) {
            Scalar variable = Derived.text(key.key(), name);
            Route route = Route.ofSecret(key, true);
            found.add(new Variable(variable, key, Side.BOTH, route, Mapping.empty(name.origin()), false));
        }
    }

    private void check(List<Variable> variables) {
        Map<String, List<Variable>> byName = new HashMap<>();
        for (Variable variable : variables) {
            findings.add(VariableNames.check(variable.name()));
            checkValue(variable);
            checkSides(variable);
            checkProvided(variable);
            List<Variable> known = byName.computeIfAbsent(variable.name().text(), name -> new ArrayList<>(1));
            for (Variable other : known) {
                if (variable.clashesWith(other)) {
                    findings.add(clash(other, variable));
                }
            }
            known.add(variable);
        }
    }

    private static Finding clash(Variable first, Variable second) {
        return Finding.at(
                        FindingCode.DAGSTER_VARIABLE_CLASH,
                        second.name().origin(),
                        "`" + second.name().text() + "` comes from two places")
                .label("again")
                .note(
                        "it comes from here too" + winner(first, second),
                        first.name().origin())
                .help("keep one of the two");
    }

    /** What Dagster+ keeps is put over the variables of the process when it starts. Else it is the agent's affair. */
    private static String winner(Variable first, Variable second) {
        boolean isKept = first.route() == Route.DAGSTER_PLUS;
        if (isKept == (second.route() == Route.DAGSTER_PLUS)) {
            return "";
        }
        return isKept ? ", from Dagster+, which would hide the other" : ", and Dagster+ would hide this one";
    }

    /** On its way to the process, a NUL ends the value or keeps the process from starting. */
    private void checkValue(Variable variable) {
        if (variable.supply() instanceof Supply.Plain plain
                && plain.said().text().indexOf('\0') >= 0) {
            findings.add(Finding.at(
                            FindingCode.DAGSTER_VARIABLE_VALUE,
                            plain.said().origin(),
                            "`" + variable.name().text() + "` holds a NUL, which no variable of a process can")
                    .label("holds a NUL")
                    .help("take the NUL out, or write the value in base64"));
        }
    }

    private void checkSides(Variable variable) {
        Optional<Sequence> said = variable.declaration().sequence(SIDES);
        if (said.isEmpty()) {
            return;
        }
        if (platform != Platform.K8S) {
            findings.add(
                    noSides(said.get(), "agents on `" + platform.word() + "` give server and runs one environment"));
        } else if (!variable.hasBothSides() && !variable.route().knowsSides()) {
            findings.add(noSides(said.get(), "`" + variable.name().text() + "` reaches both sides on its way"));
        }
    }

    private static Finding noSides(Sequence sides, String message) {
        return Finding.at(FindingCode.DAGSTER_VARIABLE_SIDES, sides.origin(), message)
                .label("no such choice")
                .help("remove `sides`");
    }

    /** What a raw list leaves to the agent is for the policies to judge. */
    private void checkProvided(Variable variable) {
        String name = variable.name().text();
        if (!variable.raw()
                && variable.supply() instanceof Supply.Secret secret
                && secret.store() == Store.AGENT
                && !target.agent().provides().contains(name)) {
            Scalar agent = target.agent().name();
            findings.add(Finding.at(
                            FindingCode.DAGSTER_NOT_PROVIDED,
                            variable.name().origin(),
                            "the agent `" + agent.text() + "` does not provide `" + name + "`")
                    .label("not provided")
                    .note("the agent is described here", agent.origin())
                    .help("add `" + name + "` to `agents." + agent.text() + ".provides` in environments/base.yaml"));
        }
    }
}
