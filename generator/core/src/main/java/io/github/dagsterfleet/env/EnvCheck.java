package io.github.dagsterfleet.env;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.plus.StoredVariable;
import io.github.dagsterfleet.secret.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What came of comparing a contract with what exists.
 *
 * @param findings sorted
 * @param there how many variables exist wherever they are promised
 * @param missing how many required ones do not
 * @param elsewhere how many exist for other deployments only
 * @param unseen where secrets are to be that nobody gave a list of, sorted
 */
public record EnvCheck(
        EnvSet contract, List<Finding> findings, int there, int missing, int elsewhere, List<String> unseen) {
    public EnvCheck {
        findings = List.copyOf(findings);
        unseen = List.copyOf(unseen);
    }

    /**
     * @param stored what Dagster+ keeps; empty where it was not asked, since it has to keep nothing
     * @param known what other stores keep
     */
    public static EnvCheck of(EnvSet contract, Optional<List<StoredVariable>> stored, KnownNames known) {
        Comparison comparison = new Comparison(contract, new Findings());
        stored.ifPresent(comparison::withDagster);
        comparison.with(known);
        return comparison.result();
    }

    /** One line, and one more for each reason why nobody looked for some secrets. */
    public String summary() {
        List<String> counts = new ArrayList<>();
        counts.add(there + " there");
        if (missing > 0) {
            counts.add(missing + " missing");
        }
        if (elsewhere > 0) {
            counts.add(elsewhere + " in the wrong scope");
        }
        return "variables of " + contract.repo() + " in " + contract.environment() + ": " + String.join(", ", counts)
                + unseen("without `--names`", SecretPlace::isListed)
                + unseen("as nobody lists what the process of an agent has", via -> !SecretPlace.isListed(via));
    }

    private String unseen(String why, Predicate<String> which) {
        List<String> places = unseen.stream().filter(which).toList();
        return places.isEmpty() ? "" : "\nnot looked for, " + why + ": " + String.join(", ", places);
    }

    /** The same without secrets in what is told. */
    public EnvCheck redacted(Redaction redaction) {
        return new EnvCheck(contract, Finding.redacted(findings, redaction), there, missing, elsewhere, unseen);
    }
}
