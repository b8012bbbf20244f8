package io.github.dagsterfleet.env;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.plus.SecretValue;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The values of secrets that somebody gave, by the names of variables. What is wrong with one is told by its name. */
public final class GivenValues {
    private final Map<String, String> values;

    private GivenValues(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** @param environment of the process */
    public static GivenValues ofProcess(Map<String, String> environment) {
        return new GivenValues(environment);
    }

    /** A JSON object of texts, as {@code --stdin json} reads it; empty, with errors, for anything else. */
    public static Optional<GivenValues> ofJson(String text, Findings findings) {
        if (!(JsonFormat.readUnshown(text).orElse(null) instanceof Mapping given)) {
            findings.add(Finding.of(FindingCode.ENV_VALUE, "what stands on the standard input is no JSON object")
                    .help("give it names and values, as in `{\"GITHUB_TOKEN\": \"…\"}`"));
            return Optional.empty();
        }
        Map<String, String> values = new HashMap<>();
        for (Mapping.Entry entry : given.entries()) {
            if (entry.value() instanceof Scalar value && value.isString()) {
                values.put(entry.name(), value.text());
            } else {
                findings.add(Finding.of(FindingCode.ENV_VALUE, "the value of `" + entry.name() + "` is not a text")
                        .help("put it in double quotes, JSON too, with a backslash before each quote inside"));
            }
        }
        return findings.hasErrors() ? Optional.empty() : Optional.of(new GivenValues(values));
    }

    /** Whether there is one; an empty one is none, since that is what CI makes of a secret that is not set. */
    boolean has(Promised variable) {
        return !values.getOrDefault(variable.name().text(), "").isEmpty();
    }

    /** What is to be sent; empty, with an error, when Dagster+ or the code could not take it. */
    Optional<SecretValue> of(Promised variable, Findings findings) {
        return ready(variable, values.getOrDefault(variable.name().text(), ""), findings);
    }

    /** A value on its way to Dagster+: JSON on one line. */
    static Optional<SecretValue> ready(Promised variable, String given, Findings findings) {
        Optional<String> value = variable.isJson() ? MinifiedJson.of(given) : Optional.of(given);
        Optional<Finding> wrong = value.isEmpty()
                ? Optional.of(wrong(variable, "is declared to be JSON, and the value given is none")
                        .help("give the JSON as it is, without quotes around it"))
                : ValueLimits.problem(variable.name(), value.get());
        wrong.ifPresent(findings::add);
        return wrong.isPresent() ? Optional.empty() : value.map(SecretValue::of);
    }

    private static Finding wrong(Promised variable, String what) {
        return Finding.at(
                        FindingCode.ENV_VALUE,
                        variable.name().origin(),
                        "`" + variable.name().text() + "` " + what)
                .label("not JSON");
    }

    @Override
    public String toString() {
        return values.size() + " values";
    }
}
