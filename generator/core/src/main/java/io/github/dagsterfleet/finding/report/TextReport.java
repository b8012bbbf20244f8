package io.github.dagsterfleet.finding.report;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Related;
import io.github.dagsterfleet.finding.Severity;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.text.VisibleText;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Findings for a person: a headline, the source line with a caret under what is wrong, the other places that took part,
 * and what to do. Nothing that a file holds reaches the screen as a control character.
 */
public final class TextReport {
    /** How many findings are printed at most; who has more mends these first. */
    public static final int MOST = 50;

    private final Ink ink;

    public TextReport(boolean colour) {
        this(colour, Links.NONE);
    }

    /** @param links where a click on {@code file:line:column} leads, for terminals that can be clicked */
    public TextReport(boolean colour, Links links) {
        this.ink = new Ink(colour, links);
    }

    /**
     * Sorted, each once, with empty lines between them and the count as the last line; every line ends with a line feed.
     * Empty when there is nothing to tell.
     */
    public String print(Collection<Finding> findings) {
        return print(findings, findings);
    }

    /** The same with the count of others, of which those that are printed tell in short. */
    public String print(Collection<Finding> findings, Collection<Finding> counted) {
        List<Finding> sorted = findings.stream().distinct().sorted().toList();
        if (sorted.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        for (Finding finding : sorted.subList(0, Math.min(MOST, sorted.size()))) {
            print(finding, out);
            out.append('\n');
        }
        if (sorted.size() > MOST) {
            out.append(sorted.size() - MOST).append(" more left out\n\n");
        }
        return out.append(count(counted.stream().distinct().toList()))
                .append('\n')
                .toString();
    }

    private void print(Finding finding, StringBuilder out) {
        String kind = finding.severity().word() + "[" + finding.code().id() + "]";
        out.append(ink.severity(kind, finding.severity()))
                .append(ink.strong(": " + VisibleText.of(finding.message())))
                .append('\n');
        print(finding.site(), finding.label(), finding.severity(), out);
        for (Related related : finding.related()) {
            out.append(ink.note("note"))
                    .append(": ")
                    .append(VisibleText.of(related.message()))
                    .append('\n');
            print(related.site(), "", finding.severity(), out);
        }
        for (String help : finding.help()) {
            out.append(ink.help("help"))
                    .append(": ")
                    .append(VisibleText.of(help))
                    .append('\n');
        }
    }

    private void print(Site site, String label, Severity severity, StringBuilder out) {
        if (site instanceof Site.InSpan in) {
            new Snippet(in.span(), VisibleText.of(label)).print(ink, severity, out);
        } else if (site instanceof Site.InFile in) {
            out.append(ink.frame(" --> "))
                    .append(ink.place(in.file(), in.file().value()))
                    .append('\n');
        }
    }

    /** {@code 3 errors, 1 warning in 2 files}. */
    static String count(Collection<Finding> findings) {
        int errors = 0;
        TreeSet<String> files = new TreeSet<>();
        for (Finding finding : findings) {
            errors += finding.isError() ? 1 : 0;
            finding.site().path().ifPresent(path -> files.add(path.value()));
        }
        int warnings = findings.size() - errors;
        String both = errors > 0 && warnings > 0 ? ", " : "";
        return (errors > 0 ? count(errors, "error") : "")
                + both
                + (warnings > 0 ? count(warnings, "warning") : "")
                + (files.isEmpty() ? "" : " in " + count(files.size(), "file"));
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
