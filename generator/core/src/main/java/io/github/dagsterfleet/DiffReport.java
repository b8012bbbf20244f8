package io.github.dagsterfleet;

import io.github.dagsterfleet.change.difference.Differences;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.secret.Redaction;
import java.util.List;

/**
 * What differs, and what was found on the way.
 *
 * @param findings sorted; of repos with errors nothing can be told
 */
public record DiffReport(Differences differences, List<Finding> findings) {
    public DiffReport {
        findings = List.copyOf(findings);
    }

    /** One of nothing but findings. */
    static DiffReport failed(Findings findings) {
        return new DiffReport(Differences.none(""), findings.sorted());
    }

    DiffReport redacted(Redaction redaction) {
        return new DiffReport(differences.redacted(redaction), Finding.redacted(findings, redaction));
    }

    /** Whether the question made sense, so that there is an answer. */
    public boolean isAnswered() {
        return exitCode() != ExitCode.WRONG_USAGE;
    }

    /** What the process ends with. A difference is an answer, and no reason to fail. */
    public int exitCode() {
        return ExitCode.of(findings);
    }
}
