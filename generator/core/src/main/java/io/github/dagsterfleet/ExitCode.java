package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import java.util.Collection;

/** What a process ends with: the same for every verb. */
public final class ExitCode {
    /** Clean, or done. */
    public static final int DONE = 0;
    /** Findings, drift, or something that was refused. */
    public static final int FINDINGS = 1;
    /** Names or arguments that mean nothing. */
    public static final int WRONG_USAGE = 2;
    /** Our bug, or a failing disk. */
    public static final int FAILURE = 3;

    private ExitCode() {}

    /** Warnings alone are no reason to fail. */
    public static int of(Collection<Finding> findings) {
        if (findings.stream().anyMatch(finding -> finding.code() == FindingCode.CHANGE_WRITE_FAILED)) {
            return FAILURE;
        }
        if (findings.stream().anyMatch(ExitCode::isWrongUsage)) {
            return WRONG_USAGE;
        }
        return findings.stream().anyMatch(Finding::isError) ? FINDINGS : DONE;
    }

    static boolean isWrongUsage(Finding finding) {
        return finding.code().id().startsWith("usage/");
    }
}
