package io.github.dagsterfleet.dagster.requirement;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.syntax.Scalar;

/** Words for a text that Python's standards give a form, and that has another. */
public final class Malformed {
    private Malformed() {}

    /** @param due what it should be, with an example: {@code a version such as `1.4.0`} */
    public static Finding text(Scalar text, String due) {
        return Finding.at(FindingCode.SCHEMA_PATTERN, text.origin(), "`" + text.text() + "` is not " + due)
                .label("malformed");
    }
}
