package io.github.dagsterfleet.finding.report;

import static io.github.dagsterfleet.finding.report.JsonText.lines;
import static io.github.dagsterfleet.finding.report.JsonText.member;
import static io.github.dagsterfleet.finding.report.JsonText.object;
import static io.github.dagsterfleet.finding.report.JsonText.quoted;
import static io.github.dagsterfleet.finding.report.JsonText.visible;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.text.SourcePath;
import java.util.Collection;
import java.util.stream.Stream;

/** Findings as a report of GitLab's Code Quality, which has room for findings of files only. */
public final class GitlabReport {
    private final SourcePath workspace;

    /** @param workspace where in the checkout the names of files begin */
    public GitlabReport(SourcePath workspace) {
        this.workspace = workspace;
    }

    /** A list, one finding a line. */
    public String print(Collection<Finding> findings) {
        Fingerprints fingerprints = new Fingerprints();
        return lines(
                        findings.stream()
                                .filter(finding -> finding.site().path().isPresent())
                                .distinct()
                                .sorted()
                                .map(finding -> item(finding, fingerprints.next(finding)))
                                .toList(),
                        0)
                + "\n";
    }

    private String item(Finding finding, String fingerprint) {
        SourcePath file = workspace.resolve(finding.site().path().orElseThrow().value());
        int line = finding.site() instanceof Site.InSpan in ? in.span().line() : 1;
        return object(
                member("description", visible(words(finding))),
                member("check_name", quoted(finding.code().id())),
                member("fingerprint", quoted(fingerprint)),
                member("severity", quoted(severity(finding))),
                member(
                        "location",
                        object(
                                member("path", quoted(file.value())),
                                member("lines", object(member("begin", Integer.toString(line)))))));
    }

    private static String words(Finding finding) {
        return String.join(
                "; ",
                Stream.concat(Stream.of(finding.message()), finding.help().stream())
                        .toList());
    }

    /**
     * {@code blocker} and {@code critical} would say that one error is worse than another, and {@code info} that a warning
     * needs no change; neither is ours to say.
     */
    private static String severity(Finding finding) {
        return finding.isError() ? "major" : "minor";
    }
}
