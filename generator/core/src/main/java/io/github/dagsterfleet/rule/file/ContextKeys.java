package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Judge;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.stream.Stream;

/** The keys right below {@code container_context} are texts: {@code on:} and {@code 1:} are none to Dagster's YAML. */
final class ContextKeys implements Rule {
    private static final String CONTEXT = "container_context";

    @Override
    public void check(ParsedFile file, Findings findings) {
        Stream.concat(file.locations().stream(), file.mapping("defaults").stream())
                .flatMap(place -> place.mapping(CONTEXT).stream())
                .flatMap(context -> context.entries().stream())
                .map(Mapping.Entry::key)
                .filter(key -> !key.isString())
                .forEach(key -> findings.add(notText(key)));
    }

    private static Finding notText(Scalar key) {
        return Finding.at(
                        FindingCode.SCHEMA_TYPE,
                        key.origin(),
                        "a key below `" + CONTEXT + "` must be a text, not " + key.kind())
                .label(key.kind())
                .help("write `k8s`, `ecs`, `docker` or `aca`")
                .by(Judge.CLI);
    }
}
