package io.github.dagsterfleet.rule.policy;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.Optional;

/**
 * What examples and scaffolds leave for people to fill in. Dagster takes it for a value, and the deploy fails later, or
 * the code does.
 */
final class Placeholder implements TextPolicy {
    /** Dagster's own example; some have kept its name on purpose. */
    private static final String EXAMPLE = "quickstart_etl";

    @Override
    public void check(Scalar text, Deployed location, Findings findings) {
        Optional<String> left = PlaceholderText.first(text.text());
        if (left.isEmpty() && location.target().isEmpty()) {
            left = reference(text.text());
        }
        if (left.isPresent()) {
            findings.add(placeholder(left.get(), text, "`" + left.get() + "` is still to be replaced")
                    .help("write the real value"));
        }
        if (text.text().contains(EXAMPLE)) {
            findings.add(placeholder(EXAMPLE, text, "`" + EXAMPLE + "` is the name of Dagster's own example")
                    .help("name it after what it does")
                    .asWarning());
        }
    }

    /** Of a file of others; in a fleet each is resolved, and one that is left was written {@code $${...}} to stay. */
    private static Optional<String> reference(String text) {
        int at = text.indexOf("${");
        int close = at < 0 ? at : text.indexOf('}', at);
        return close < 0 ? Optional.empty() : Optional.of(text.substring(at, close + 1));
    }

    private static Finding placeholder(String left, Scalar text, String message) {
        return Finding.at(
                        FindingCode.POLICY_PLACEHOLDER,
                        WrittenText.holding(left, text).origin(),
                        message)
                .label("placeholder");
    }
}
