package io.github.dagsterfleet.cli;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.report.GithubSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;

/** The file in which a step of GitHub Actions leaves its summary, perhaps with something in it already. */
final class StepSummary {
    private final Path file;

    StepSummary(Path file) {
        this.file = file;
    }

    /** Adds what fits; a file that is full stays as it is. */
    void add(GithubSummary summary, Collection<Finding> findings, String headline) throws IOException {
        long taken = Files.exists(file) ? Files.size(file) : 0;
        Files.writeString(
                file,
                summary.print(findings, headline, GithubSummary.MOST_BYTES - taken),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
