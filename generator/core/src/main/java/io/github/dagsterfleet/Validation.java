package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Finding;
import java.util.List;

/**
 * What {@code validate} came to.
 *
 * @param findings sorted, each once
 * @param files how many files were looked at
 */
public record Validation(List<Finding> findings, int files) {
    public Validation {
        findings = List.copyOf(findings);
    }

    /** One line that says what was looked at, such as {@code 4 files, no errors}. */
    public String summary() {
        if (files == 0) {
            return "no file of Dagster here";
        }
        long errors = findings.stream().filter(Finding::isError).count();
        String looked = files + (files == 1 ? " file, " : " files, ");
        return looked + (errors == 0 ? "no errors" : errors + (errors == 1 ? " error" : " errors"));
    }

    /** What the process ends with. */
    public int exitCode() {
        return ExitCode.of(findings);
    }
}
