package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.regex.Pattern;

/** What the catalogue says is kept in Kubernetes has names that Kubernetes can have: else its pods never start. */
final class KubernetesSecrets {
    private static final int LONGEST = 253;
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final Pattern KEY = Pattern.compile("[-._a-zA-Z0-9]+");

    private KubernetesSecrets() {}

    static void check(Fleet fleet, Findings findings) {
        for (SecretEntry entry : fleet.secrets().values()) {
            if (entry.store() == SecretEntry.Store.KUBERNETES) {
                check(
                        entry.name(),
                        NAME,
                        "name that a Kubernetes Secret can have: small letters, digits, `-` and `.`",
                        findings);
                for (Scalar key : entry.keys()) {
                    check(
                            key,
                            KEY,
                            "key that a Kubernetes Secret can have: letters, digits, `-`, `_` and `.`",
                            findings);
                }
            }
        }
    }

    private static void check(Scalar text, Pattern form, String words, Findings findings) {
        if (text.text().length() > LONGEST || !form.matcher(text.text()).matches()) {
            findings.add(Finding.at(
                            FindingCode.SCHEMA_PATTERN,
                            text.origin(),
                            "`" + text.text() + "` is no " + words + ", at most " + LONGEST + " characters")
                    .label("malformed"));
        }
    }
}
