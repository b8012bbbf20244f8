package io.github.dagsterfleet.finding.report;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.VisibleText;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Findings as a table for the summary that GitHub shows of a step: all of them, as far as there is room. */
public final class GithubSummary {
    /** What GitHub takes of one step, in bytes; a summary that is larger it refuses as a whole. */
    public static final int MOST_BYTES = 1024 * 1024;

    /** Kept free for the line that counts what found no room. */
    private static final int RESERVE = 64;

    /** What has a meaning within a line. */
    private static final String MARKS = "\\`*_[]|~#!:@$";

    private final SourcePath workspace;

    /** @param workspace where in the checkout the names of files begin */
    public GithubSummary(SourcePath workspace) {
        this.workspace = workspace;
    }

    /**
     * Markdown, errors before warnings.
     *
     * @param headline what the run came to
     * @param room how many bytes there are; less than the headline takes yields nothing
     */
    public String print(Collection<Finding> findings, String headline, long room) {
        List<Finding> sorted = findings.stream()
                .distinct()
                .sorted(Comparator.comparing(Finding::severity).thenComparing(Comparator.naturalOrder()))
                .toList();
        StringBuilder out = new StringBuilder("### dagster-fleet: ")
                .append(escaped(headline))
                .append("\n\n");
        if (!sorted.isEmpty()) {
            out.append("| | where | what | to do |\n| --- | --- | --- | --- |\n");
        }
        long left = room - RESERVE - bytes(out);
        if (left < 0) {
            return "";
        }
        int shown = 0;
        for (Finding finding : sorted) {
            String row = row(finding);
            left -= bytes(row);
            if (left < 0) {
                break;
            }
            out.append(row);
            shown++;
        }
        return shown == sorted.size()
                ? out.append('\n').toString()
                : out + "\n" + (sorted.size() - shown) + " more\n\n";
    }

    private static int bytes(CharSequence text) {
        return text.toString().getBytes(StandardCharsets.UTF_8).length;
    }

    private String row(Finding finding) {
        return "| " + finding.severity().word() + "<br>"
                + escaped(finding.code().id())
                + " | " + where(finding.site())
                + " | " + words(finding.message())
                + " | "
                + String.join(
                        "<br>",
                        finding.help().stream().map(GithubSummary::words).toList())
                + " |\n";
    }

    private String where(Site site) {
        String file = site.path()
                .map(path -> escaped(workspace.resolve(path.value()).value()))
                .orElse("");
        return site instanceof Site.InSpan in
                ? file + ":" + in.span().line() + ":" + in.span().column()
                : file;
    }

    /** What stands between backticks is shown as code, where each has its partner. */
    private static String words(String text) {
        String[] parts = text.split("`", -1);
        if (parts.length % 2 == 0) {
            return escaped(text);
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            out.append(i % 2 == 0 ? escaped(parts[i]) : "<code>" + escaped(parts[i]) + "</code>");
        }
        return out.toString();
    }

    /** Nothing of the text means anything to Markdown or HTML, nor to what GitHub makes of names, links and formulas. */
    private static String escaped(String text) {
        String visible = VisibleText.of(text);
        StringBuilder out = new StringBuilder(visible.length() + 16);
        for (int i = 0; i < visible.length(); i++) {
            char c = visible.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                default -> out.append(MARKS.indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        return out.toString();
    }
}
