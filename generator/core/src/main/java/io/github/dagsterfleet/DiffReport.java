package io.github.dagsterfleet;

import io.github.dagsterfleet.change.difference.Differences;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.secret.Redaction;
import java.util.List;
import java.util.Optional;

/**
 * What differs, and what was found on the way.
 *
 * @param differences empty where the question made no sense, or an error in a shared file leaves nothing to compare
 * @param findings sorted
 */
public record DiffReport(Optional<Differences> differences, List<Finding> findings) {
    public DiffReport {
        findings = List.copyOf(findings);
    }

    /** One of nothing but findings. */
    static DiffReport failed(Findings findings) {
        return new DiffReport(Optional.empty(), findings.sorted());
    }

    DiffReport redacted(Redaction redaction) {
        return new DiffReport(
                differences.map(known -> known.redacted(redaction)), Finding.redacted(findings, redaction));
    }

    /** What the process ends with. A difference is an answer, and no reason to fail. */
    public int exitCode() {
        return ExitCode.of(findings);
    }
}
