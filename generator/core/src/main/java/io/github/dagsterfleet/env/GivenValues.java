package io.github.dagsterfleet.env;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.plus.SecretValue;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The values of secrets that somebody gave, by the names of variables. What is wrong with one is told by its name. */
public final class GivenValues {
    /** An escape that may be one half of a surrogate pair. */
    private static final Pattern HALF = Pattern.compile("(?i)\\\\ud[89a-f]");

    /** What Java makes of bytes that are no text in the locale of the process. */
    private static final char UNREADABLE = '\uFFFD';

    /** By name; empty for what was given and is no text. */
    private final Map<String, Optional<String>> values;

    private final Origin origin;

    private GivenValues(Map<String, Optional<String>> values, Origin origin) {
        this.values = Map.copyOf(values);
        this.origin = origin;
    }

    private enum Origin {
        /** Holds much that is meant for others. */
        PROCESS,
        /** Holds what is meant for this alone. */
        STANDARD_INPUT
    }

    /** @param environment of the process */
    public static GivenValues ofProcess(Map<String, String> environment) {
        Map<String, Optional<String>> values = new HashMap<>();
        environment.forEach((name, value) -> values.put(name, Optional.of(value)));
        return new GivenValues(values, Origin.PROCESS);
    }

    /** A JSON object, as {@code --stdin json} reads it; empty, with an error, for anything else. */
    public static Optional<GivenValues> ofJson(String text, Findings findings) {
        if (!(JsonFormat.readUnshown(text).orElse(null) instanceof Mapping given)) {
            findings.add(unreadable(text));
            return Optional.empty();
        }
        Map<String, Optional<String>> values = new HashMap<>();
        given.forEach(entry -> values.put(
                entry.name(),
                given.scalar(entry.name()).filter(Scalar::isString).map(Scalar::text)));
        return Optional.of(new GivenValues(values, Origin.STANDARD_INPUT));
    }

    private static Finding unreadable(String text) {
        Finding finding = Finding.of(
                        FindingCode.ENV_VALUE,
                        "what stands on the standard input is no JSON object that has each name once")
                .help("give it names and values, as in `{\"GITHUB_TOKEN\": \"…\"}`");
        return HALF.matcher(text).find()
                ? finding.help("write both halves of each surrogate pair, as in `\\ud83d\\ude00`")
                : finding;
    }

    /** What was given for this alone, and nobody takes. A name with a slip in it would leave the old value in use. */
    void checkNames(EnvSet contract, Findings findings) {
        if (origin == Origin.PROCESS) {
            return;
        }
        Set<String> declared = names(contract.variables().stream());
        Set<String> taken = names(contract.variables().stream().filter(GivenValues::isTaken));
        String whose = " that Dagster+ keeps for " + Names.all(contract.locations());
        int unknown = 0;
        for (String name : new TreeSet<>(values.keySet())) {
            if (taken.contains(name)) {
                if (text(name).isEmpty()) {
                    findings.add(Finding.of(FindingCode.ENV_VALUE, "the value of `" + name + "` is not a text")
                            .help("put it in double quotes, JSON too, with a backslash before each quote inside"));
                }
                continue;
            }
            if (declared.contains(name) || !Suggestions.nearest(name, taken).isEmpty()) {
                Finding stranger = Finding.of(
                        FindingCode.ENV_VALUE, "a value is given for `" + name + "`, which is no secret" + whose);
                findings.add(Suggestions.help(stranger, name, taken, "take it out of what is given"));
            } else {
                unknown++;
            }
        }
        if (unknown > 0) {
            // Who swaps names and values must not see the values here.
            findings.add(Finding.of(
                            FindingCode.ENV_VALUE,
                            (unknown == 1 ? "one name that is given is" : unknown + " names that are given are")
                                    + " no secret" + whose)
                    .help("give the values of these alone: " + Names.all(taken)));
        }
    }

    private static boolean isTaken(Promised variable) {
        return variable.isKeptByDagster() && variable.value().isEmpty();
    }

    private static Set<String> names(Stream<Promised> variables) {
        return variables.map(variable -> variable.name().text()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether there is one; an empty one is none, since that is what CI makes of a secret that is not set. */
    boolean has(Promised variable) {
        return !text(variable.name().text()).equals(Optional.of(""));
    }

    /** Empty for what is no text. */
    private Optional<String> text(String name) {
        return values.getOrDefault(name, Optional.of(""));
    }

    /** What is to be sent; empty, with an error here or from {@link #checkNames}, when Dagster+ or the code could not take it. */
    Optional<SecretValue> of(Promised variable, Findings findings) {
        return text(variable.name().text()).flatMap(given -> of(variable, given, findings));
    }

    private Optional<SecretValue> of(Promised variable, String given, Findings findings) {
        if (origin == Origin.PROCESS && given.indexOf(UNREADABLE) >= 0) {
            findings.add(wrong(variable, "has a value that is no text in the locale of this process", "unreadable")
                    .help("run it with `LC_ALL=C.UTF-8`, or give the value with `--stdin json`"));
            return Optional.empty();
        }
        return ready(variable, given, findings);
    }

    /** A value on its way to Dagster+: JSON on one line. */
    static Optional<SecretValue> ready(Promised variable, String given, Findings findings) {
        Optional<String> value = variable.isJson() ? MinifiedJson.of(given) : Optional.of(given);
        Optional<Finding> wrong = value.isEmpty()
                ? Optional.of(wrong(variable, "is declared to be JSON, and the value given is none", "not JSON")
                        .help("give the JSON as it is, without quotes around it"))
                : ValueLimits.problem(variable.name(), value.get());
        wrong.ifPresent(findings::add);
        return wrong.isPresent() ? Optional.empty() : value.map(SecretValue::of);
    }

    private static Finding wrong(Promised variable, String what, String label) {
        return Finding.at(
                        FindingCode.ENV_VALUE,
                        variable.name().origin(),
                        "`" + variable.name().text() + "` " + what)
                .label(label);
    }

    @Override
    public String toString() {
        return values.size() + " values";
    }
}
