package io.github.dagsterfleet.finding.report;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Related;
import io.github.dagsterfleet.finding.Severity;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.text.LineIndex;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.Span;
import io.github.dagsterfleet.text.VisibleText;
import java.util.Collection;
import java.util.List;

/** Findings as annotations of GitHub: commands on the output, which its runner takes out of the log. */
public final class GithubReport {
    /** How many of each severity GitHub shows for one step; it drops the others without a word. */
    private static final int MOST = 10;

    private final SourcePath workspace;

    /** @param workspace where in the checkout the names of files begin */
    public GithubReport(SourcePath workspace) {
        this.workspace = workspace;
    }

    /** A line for each annotation, errors before warnings; what is beyond GitHub's limit is counted in a last one. */
    public String print(Collection<Finding> findings) {
        List<Finding> sorted = findings.stream().distinct().sorted().toList();
        StringBuilder out = new StringBuilder();
        int left = 0;
        for (Severity severity : Severity.values()) {
            List<Finding> alike = sorted.stream()
                    .filter(finding -> finding.severity() == severity)
                    .toList();
            alike.stream().limit(MOST).forEach(finding -> command(finding, out));
            left += Math.max(0, alike.size() - MOST);
        }
        if (left > 0) {
            out.append("::notice title=dagster-fleet::")
                    .append(left)
                    .append(left == 1 ? " more finding" : " more findings")
                    .append(", since GitHub shows ten errors and ten warnings of a step\n");
        }
        return out.toString();
    }

    private void command(Finding finding, StringBuilder out) {
        out.append("::").append(finding.severity().word()).append(' ');
        finding.site().path().ifPresent(path -> out.append("file=")
                .append(property(workspace.resolve(path.value()).value()))
                .append(','));
        if (finding.site() instanceof Site.InSpan in) {
            place(in.span(), out);
        }
        out.append("title=")
                .append(property(finding.code().id()))
                .append("::")
                .append(message(finding))
                .append('\n');
    }

    /** Of several lines the first, as on a screen: GitHub has columns on one line only, and shows a note below the last. */
    private static void place(Span span, StringBuilder out) {
        LineIndex lines = span.text().lines();
        int end = Math.max(span.start(), Math.min(span.end(), lines.end(span.line())));
        out.append("line=").append(span.line());
        out.append(",endLine=").append(span.line());
        out.append(",col=").append(span.column());
        out.append(",endColumn=").append(lines.column(end)).append(',');
    }

    private String message(Finding finding) {
        StringBuilder words = new StringBuilder(data(finding.message()));
        for (Related note : finding.related()) {
            words.append("%0Anote: ").append(data(note.message())).append(data(where(note.site())));
        }
        for (String sentence : finding.help()) {
            words.append("%0Ahelp: ").append(data(sentence));
        }
        return words.toString();
    }

    private String where(Site site) {
        String file = site.path()
                .map(path -> ": " + workspace.resolve(path.value()).value())
                .orElse("");
        return site instanceof Site.InSpan in ? file + ":" + in.span().line() : file;
    }

    /** As the runner's {@code escapeData} has it. */
    private static String data(String text) {
        return VisibleText.of(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    /** As the runner's {@code escapeProperty} has it. */
    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
