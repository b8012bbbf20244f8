package io.github.dagsterfleet.env;

import io.github.dagsterfleet.dagster.VariableLimits;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.SyntaxFindings;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a value of Dagster+ may be; documented there, and refused by the API. */
final class ValueLimits {
    private ValueLimits() {}

    static Optional<Finding> problem(Scalar name, String value) {
        int size = value.getBytes(StandardCharsets.UTF_8).length;
        if (size > VariableLimits.LARGEST) {
            return Optional.of(finding(
                            name,
                            "has " + size + " bytes, and Dagster+ keeps at most " + VariableLimits.LARGEST
                                    + " of a variable")
                    .label("too large"));
        }
        if (value.indexOf('\0') >= 0) {
            return Optional.of(finding(name, "holds a NUL, which no variable of a process can")
                    .label("not a text"));
        }
        return SyntaxFindings.hasHalfCharacter(value)
                ? Optional.of(finding(name, "holds half of a character, which is no UTF-8")
                        .label("not a text"))
                : Optional.empty();
    }

    private static Finding finding(Scalar name, String what) {
        return Finding.at(FindingCode.ENV_VALUE, name.origin(), "the value for `" + name.text() + "` " + what);
    }
}
