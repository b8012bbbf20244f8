package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Judge;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;

/** A location travels as JSON, which has no word for what is infinite, no number, or a date. */
final class Sendable implements Rule {
    /** Python writes no number of more. */
    private static final int MOST_DIGITS = 4300;

    /** Digits of base 16 that may come to as many of base 10. */
    private static final int SHORTEST_LONG = 3500;

    @Override
    public void check(ParsedFile file, Findings findings) {
        for (Mapping location : file.locations()) {
            location.forEach(entry -> {
                if (!entry.name().equals("build")) {
                    check(entry.value(), findings);
                }
            });
        }
    }

    private static void check(Node node, Findings findings) {
        if (node instanceof Mapping mapping) {
            for (Mapping.Entry entry : mapping.entries()) {
                check(entry.key(), findings);
                check(entry.value(), findings);
            }
        } else if (node instanceof Sequence list) {
            list.items().forEach(item -> check(item, findings));
        } else if (node instanceof Scalar scalar && !isSendable(scalar)) {
            findings.add(Finding.at(
                            FindingCode.SCHEMA_NOT_ALLOWED,
                            scalar.origin(),
                            "`" + scalar.text() + "` cannot be sent to Dagster+, because JSON has no such value")
                    .label("not in JSON")
                    .help("put it in quotes if it is a text")
                    .by(Judge.DEPLOY));
        }
    }

    private static boolean isSendable(Scalar scalar) {
        return switch (scalar.type()) {
            case FLOAT -> isFinite(scalar.canonical().text());
            case INTEGER ->
                scalar.text().length() < SHORTEST_LONG
                        || scalar.canonical().text().length() <= MOST_DIGITS;
            case DATETIME -> false;
            default -> true;
        };
    }

    /** Base 60 has no exponent, and nobody writes infinity in it. */
    private static boolean isFinite(String number) {
        return !number.endsWith("inf")
                && !number.endsWith("nan")
                && (number.indexOf(':') >= 0 || !Double.isInfinite(Double.parseDouble(number)));
    }
}
