package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.source.SourceFile;
import java.util.List;
import java.util.Optional;

/**
 * What mending one file came to.
 *
 * @param looked whether the file was looked at
 * @param left the findings of the file as it is to be
 * @param fixed what was mended, in the order of the file; empty where nothing could be
 * @param file what the file is to be; empty where it stays as it is
 */
public record FixOutcome(boolean looked, List<Finding> left, List<AppliedFix> fixed, Optional<SourceFile> file) {
    public FixOutcome {
        left = List.copyOf(left);
        fixed = List.copyOf(fixed);
    }

    /** The findings, of which those that could be fixed say why they are not. */
    public static List<Finding> unfixed(List<Finding> findings, String why) {
        return findings.stream()
                .map(finding ->
                        finding.fix().isPresent() ? finding.note("not fixed: " + why, new Site.Nowhere()) : finding)
                .toList();
    }

    /** The file stays as it is. */
    static FixOutcome none(boolean looked, List<Finding> findings) {
        return new FixOutcome(looked, findings, List.of(), Optional.empty());
    }
}
