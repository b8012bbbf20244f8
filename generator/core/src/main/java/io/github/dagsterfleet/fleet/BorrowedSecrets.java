package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Production uses no secret of another environment. An ARN says which secret it is, wherever it stands; whether one
 * name means one secret in two clusters or deployments, nobody can tell from here. Production is the last environment in
 * promotion order. An entry that lists its {@code environments} says that one secret is meant for all of them.
 */
final class BorrowedSecrets {
    private final String production;
    private final Findings findings;

    private BorrowedSecrets(String production, Findings findings) {
        this.production = production;
        this.findings = findings;
    }

    /** Where an ARN stands. */
    private record Use(SecretEntry entry, String environment, Scalar arn) {
        boolean isOfEntryOf(Use other) {
            return entry.name().text().equals(other.entry.name().text());
        }

        String words() {
            return "`" + entry.name().text() + "` of `" + environment + "`";
        }
    }

    static void check(Fleet fleet, Findings findings) {
        String last = "";
        for (String environment : fleet.environments().keySet()) {
            last = environment;
        }
        new BorrowedSecrets(last, findings).check(fleet);
    }

    private void check(Fleet fleet) {
        List<Use> own = new ArrayList<>();
        Map<String, List<Use>> others = new HashMap<>();
        for (SecretEntry entry : fleet.secrets().values()) {
            for (String environment : fleet.environments().keySet()) {
                Scalar arn = entry.arns().get(environment);
                if (arn != null && entry.isFor(environment)) {
                    Use use = new Use(entry, environment, arn);
                    if (environment.equals(production)) {
                        own.add(use);
                    } else {
                        others.computeIfAbsent(arn.text(), text -> new ArrayList<>(1))
                                .add(use);
                    }
                }
            }
        }
        for (Use use : own) {
            List<Use> lenders = new ArrayList<>(others.getOrDefault(use.arn().text(), List.of()));
            if (!use.entry().environments().isEmpty()) {
                lenders.removeIf(use::isOfEntryOf);
            }
            if (!lenders.isEmpty()) {
                findings.add(finding(use, lenders));
            }
        }
    }

    private static Finding finding(Use use, List<Use> lenders) {
        Finding finding = Finding.at(
                        FindingCode.FLEET_BORROWED_SECRET,
                        use.arn().origin(),
                        use.words() + " is the secret " + lenders.get(0).words() + " too: both have this ARN")
                .label("not its own");
        Set<String> environments = new LinkedHashSet<>();
        boolean oneEntry = true;
        for (Use lender : lenders) {
            finding = finding.note(
                    lender.words() + " is this secret", lender.arn().origin());
            environments.add(lender.environment());
            oneEntry &= lender.isOfEntryOf(use);
        }
        environments.add(use.environment());
        String own = "give `" + use.environment() + "` a secret of its own";
        return finding.help(
                oneEntry
                        ? own + ", or say `environments: [" + String.join(", ", environments)
                                + "]` there if one is meant for all of them"
                        : own);
    }
}
