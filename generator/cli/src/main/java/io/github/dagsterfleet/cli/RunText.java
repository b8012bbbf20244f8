package io.github.dagsterfleet.cli;

import io.github.dagsterfleet.RunReport;
import io.github.dagsterfleet.Validation;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.rule.file.AppliedFix;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.VisibleText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A run for a person: a line for each file that is not as it should be, and a last line that sums up. */
final class RunText {
    /** A screen full; whoever wants all of them has {@code git status}. */
    private static final int MOST = 40;

    private RunText() {}

    static String generated(RunReport report) {
        return changes(report)
                + live(report)
                + report.summary()
                + "\n"
                + report.next()
                        .map(command -> "next: " + VisibleText.of(command) + "\n")
                        .orElse("");
    }

    /** A line for each environment in which files change although no release moved. */
    private static String live(RunReport report) {
        StringBuilder lines = new StringBuilder();
        report.unpromoted().live().forEach(change -> lines.append("live: ")
                .append(VisibleText.of(change.words()))
                .append('\n'));
        return lines.toString();
    }

    /** What there is in the sources, without a word on files: one line, without its end. */
    static String judged(RunReport report) {
        long errors = report.findings().stream().filter(Finding::isError).count();
        return report.reach().repos()
                + (report.reach().repos() == 1 ? " repo, " : " repos, ")
                + (errors == 0 ? "no errors" : errors + (errors == 1 ? " error" : " errors"));
    }

    static String published(RunReport report) {
        return changes(report) + "schemas: " + report.outcome() + "\n";
    }

    /** What differs, each with its difference; how to mend it is said by {@link #withoutEachDrift}. */
    static String checked(RunReport report) {
        return report.changes().isEmpty() && !report.hasErrors()
                ? files(report.unchanged()) + (report.unchanged() == 1 ? " is" : " are") + " up to date"
                        + waived(report) + notReleased(report) + "\n"
                : changes(report) + live(report);
    }

    /** A line for each thing that was mended: where, what was wrong, and what was done. */
    static String validated(Validation validation) {
        StringBuilder out = new StringBuilder();
        for (AppliedFix fixed : validation.fixed()) {
            out.append("fixed ")
                    .append(VisibleText.of(fixed.place() + ": "
                            + fixed.finding().message() + "; " + fixed.help().sentence()))
                    .append('\n');
        }
        return out.append(validation.summary()).append('\n').toString();
    }

    private static String notReleased(RunReport report) {
        StringBuilder words = new StringBuilder();
        report.notReleased().forEach(missing -> words.append("; ").append(missing.words()));
        return words.toString();
    }

    /** What passes only for a while is said also when all is well. */
    private static String waived(RunReport report) {
        return report.waived().isEmpty() ? "" : ", " + report.waived().size() + " waived";
    }

    /** One line for each file that differs, with its difference where the run was asked for it. */
    static String changes(RunReport report) {
        List<RunReport.Change> changes = report.changes();
        int width = changes.stream()
                .mapToInt(change -> change.kind().word().length())
                .max()
                .orElse(0);
        StringBuilder out = new StringBuilder();
        for (RunReport.Change change : changes.subList(0, Math.min(MOST, changes.size()))) {
            String word = change.kind().word();
            out.append(word)
                    .append(" ".repeat(width - word.length()))
                    .append("  ")
                    .append(VisibleText.of(change.path().value()))
                    .append('\n');
            change.diff()
                    .forEach(line ->
                            out.append("  ").append(VisibleText.of(line)).append('\n'));
        }
        if (changes.size() > MOST) {
            out.append("... and ").append(changes.size() - MOST).append(" more\n");
        }
        return out.toString();
    }

    /**
     * The findings of a check with one for all files that differ, since each is shown with its difference already and
     * there is one way out for all.
     */
    static Collection<Finding> withoutEachDrift(RunReport report) {
        Set<SourcePath> shown = new HashSet<>();
        report.changes().stream().filter(change -> change.kind().isWork()).forEach(change -> shown.add(change.path()));
        List<Finding> findings = new ArrayList<>();
        List<String> help = List.of();
        for (Finding finding : report.findings()) {
            if (finding.code() == FindingCode.CHANGE_DRIFT
                    && finding.site().path().filter(shown::contains).isPresent()) {
                help = finding.help();
            } else {
                findings.add(finding);
            }
        }
        if (!shown.isEmpty()) {
            Finding drift = Finding.of(
                    FindingCode.CHANGE_DRIFT,
                    files(shown.size()) + (shown.size() == 1 ? " is" : " are") + " not what the sources say");
            for (String sentence : help) {
                drift = drift.help(sentence);
            }
            findings.add(drift);
        }
        return findings;
    }

    private static String files(long count) {
        return count + (count == 1 ? " file" : " files");
    }
}
