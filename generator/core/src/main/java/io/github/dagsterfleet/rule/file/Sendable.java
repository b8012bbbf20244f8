package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Judge;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.Locale;

/** A location travels as JSON, which has no word for what is infinite or no number. */
final class Sendable implements Rule {
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
            mapping.forEach(entry -> check(entry.value(), findings));
        } else if (node instanceof Sequence list) {
            list.items().forEach(item -> check(item, findings));
        } else if (node instanceof Scalar scalar && scalar.type() == ScalarType.FLOAT && !isFinite(scalar.text())) {
            findings.add(Finding.at(
                            FindingCode.SCHEMA_NOT_ALLOWED,
                            scalar.origin(),
                            "`" + scalar.text() + "` cannot be sent to Dagster+, because JSON has no such number")
                    .label("not in JSON")
                    .help("put it in quotes if it is a text")
                    .by(Judge.DEPLOY));
        }
    }

    private static boolean isFinite(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return !lower.endsWith("inf") && !lower.endsWith("nan");
    }
}
