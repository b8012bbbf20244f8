package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.dagster.DagsterVersion;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Judge;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.syntax.yaml.Timestamp11;
import java.util.stream.Stream;

/** A plain date is a text to the command only since {@link #TEXTS_SINCE}; until then it was a date, which nothing takes. */
final class Dates implements Rule {
    private static final DagsterVersion TEXTS_SINCE =
            DagsterVersion.of("1.13.9").orElseThrow();
    private static final String CONTEXT = "container_context";

    @Override
    public void check(ParsedFile file, Findings findings) {
        if (file.version().filter(version -> version.isBefore(TEXTS_SINCE)).isEmpty()) {
            return;
        }
        for (Mapping location : file.locations()) {
            parts(location, findings);
            location.get(CONTEXT).ifPresent(context -> check(context, Judge.DEPLOY, findings));
        }
        file.mapping("defaults").ifPresent(defaults -> parts(defaults, findings));
    }

    /** The command looks at everything but what is below {@code container_context}, which has to travel as JSON. */
    private static void parts(Mapping place, Findings findings) {
        place.forEach(entry -> {
            if (!entry.name().equals(CONTEXT)) {
                check(entry.value(), Judge.CLI, findings);
            } else if (entry.value() instanceof Mapping context) {
                context.forEach(platform -> check(platform.key(), Judge.CLI, findings));
            }
        });
    }

    private static void check(Node node, Judge judge, Findings findings) {
        if (node instanceof Mapping mapping) {
            mapping.forEach(
                    entry -> Stream.of(entry.key(), entry.value()).forEach(part -> check(part, judge, findings)));
        } else if (node instanceof Sequence list) {
            list.items().forEach(item -> check(item, judge, findings));
        } else if (node instanceof Scalar scalar && isDate(scalar)) {
            findings.add(Finding.at(
                            FindingCode.SCHEMA_TYPE,
                            scalar.origin(),
                            "`" + scalar.text() + "` is a date before Dagster " + TEXTS_SINCE.text()
                                    + ", where a text is due")
                    .label("a date")
                    .help("put it in quotes: `\"" + scalar.text() + "\"`")
                    .by(judge));
        }
    }

    /** In quotes the text is shorter than what stands in the file. */
    private static boolean isDate(Scalar scalar) {
        return scalar.isString()
                && Timestamp11.is(scalar.text())
                && scalar.span().content().equals(scalar.text());
    }
}
