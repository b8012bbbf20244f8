package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import java.util.Optional;

/** Whether a value is of the format that its variable declares. */
final class ValueFormat {
    private ValueFormat() {}

    /** What is wrong with the value. */
    static Optional<Finding> check(Scalar value, Mapping declaration) {
        Optional<String> format = declaration.text("format");
        if (format.isEmpty() || !format.get().equals("json")) {
            return Optional.empty();
        }
        if (value.text().indexOf('\n') >= 0) {
            return Optional.of(wrong(value, "the value is spread over several lines, which not every channel keeps")
                    .help("write the JSON on one line"));
        }
        Optional<Node> json = JsonFormat.readUnshown(value.text());
        if (json.isPresent() && JsonFormat.isInQuotes(json.get())) {
            return Optional.of(wrong(value, "the value is JSON in quotes, which code reads as one text")
                    .help("take away the inner quotes, and the backslashes with them"));
        }
        return json.isPresent()
                ? Optional.empty()
                : Optional.of(wrong(value, "the variable is declared to hold JSON, and its value is none")
                        .help("write JSON, with every name and text in double quotes, or delete `format`"));
    }

    private static Finding wrong(Scalar value, String message) {
        return Finding.at(FindingCode.DAGSTER_VARIABLE_FORMAT, value.origin(), message)
                .label("not JSON");
    }
}
