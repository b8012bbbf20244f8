package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.rule.file.AppliedFix;
import io.github.dagsterfleet.secret.Redaction;
import java.util.List;

/**
 * What {@code validate} came to.
 *
 * @param findings sorted, each once
 * @param files how many files were looked at
 * @param fixed what was mended, in the order of the files
 */
public record Validation(List<Finding> findings, int files, List<AppliedFix> fixed) {
    public Validation {
        findings = List.copyOf(findings);
        fixed = List.copyOf(fixed);
    }

    /** The same without any secret, for whoever prints it. */
    Validation redacted(Redaction redaction) {
        return new Validation(
                Finding.redacted(findings, redaction),
                files,
                fixed.stream().map(one -> one.redacted(redaction)).toList());
    }

    /** One line that says what was looked at, such as {@code 4 files, 2 fixes, no errors}. */
    public String summary() {
        if (files == 0) {
            return "no file of Dagster here";
        }
        long errors = findings.stream().filter(Finding::isError).count();
        String looked = files + (files == 1 ? " file, " : " files, ") + fixes();
        return looked + (errors == 0 ? "no errors" : errors + (errors == 1 ? " error" : " errors"));
    }

    private String fixes() {
        return fixed.isEmpty() ? "" : fixed.size() + (fixed.size() == 1 ? " fix, " : " fixes, ");
    }

    /** What the process ends with: of what is left. */
    public int exitCode() {
        return ExitCode.of(findings);
    }
}
