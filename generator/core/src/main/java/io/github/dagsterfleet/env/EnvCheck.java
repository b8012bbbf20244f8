package io.github.dagsterfleet.env;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.plus.StoredVariable;
import io.github.dagsterfleet.secret.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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

    /** One line, and one more when there are secrets that nobody looked for. */
    public String summary() {
        List<String> counts = new ArrayList<>();
        counts.add(there + " there");
        if (missing > 0) {
            counts.add(missing + " missing");
        }
        if (elsewhere > 0) {
            counts.add(elsewhere + " in the wrong scope");
        }
        String line =
                "variables of " + contract.repo() + " in " + contract.environment() + ": " + String.join(", ", counts);
        return unseen.isEmpty() ? line : line + "\nnot looked for, without `--names`: " + String.join(", ", unseen);
    }

    /** The same without secrets in what is told. */
    public EnvCheck redacted(Redaction redaction) {
        return new EnvCheck(contract, Finding.redacted(findings, redaction), there, missing, elsewhere, unseen);
    }
}
