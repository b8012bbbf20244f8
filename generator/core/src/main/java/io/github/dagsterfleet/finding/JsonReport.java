package io.github.dagsterfleet.finding;

import io.github.dagsterfleet.text.Span;
import io.github.dagsterfleet.text.VisibleText;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Findings for machines, format 1. A place without a file has {@code null} for file, line and column, a whole file has
 * {@code null} for the latter two. Members are in a fixed order, one finding or change a line.
 */
public final class JsonReport {
    private static final String SEPARATOR = ",\n    ";

    private final StringBuilder out = new StringBuilder("{\n  \"format\": 1");

    /** Begins with all findings, sorted, each once. */
    public JsonReport(Collection<Finding> findings) {
        list(
                "findings",
                findings.stream().distinct().sorted().map(JsonReport::finding).toList());
    }

    /**
     * A finding that is let through.
     *
     * @param until the last day, {@code 2027-02-28}
     */
    public record Waived(Finding finding, String reason, String owner, String until) {}

    /** Adds what is let through, in the order given. */
    public JsonReport waived(Collection<Waived> waived) {
        list("waived", waived.stream().map(JsonReport::waived).toList());
        return this;
    }

    /** What happened, or would happen, to a file. */
    public record Change(String path, String kind) {}

    /** Adds the changes, in the order given. */
    public JsonReport changes(Collection<Change> changes) {
        list("changes", changes.stream().map(JsonReport::change).toList());
        return this;
    }

    /** Adds counts by name, in the order of the map. */
    public JsonReport summary(Map<String, Integer> counts) {
        out.append(",\n  \"summary\": {");
        String before = "";
        for (Map.Entry<String, Integer> count : counts.entrySet()) {
            out.append(before).append(quoted(count.getKey())).append(": ").append(count.getValue());
            before = ", ";
        }
        out.append('}');
        return this;
    }

    /** The whole document, with a line feed at the end. */
    public String text() {
        return out + "\n}\n";
    }

    private void list(String name, List<String> items) {
        out.append(",\n  ").append(quoted(name)).append(": [");
        if (!items.isEmpty()) {
            out.append("\n    ").append(String.join(SEPARATOR, items)).append("\n  ");
        }
        out.append(']');
    }

    private static String change(Change change) {
        return "{\"path\": " + quoted(change.path()) + ", \"kind\": " + quoted(change.kind()) + "}";
    }

    private static String finding(Finding finding) {
        String notes = String.join(
                ", ", finding.related().stream().map(JsonReport::note).toList());
        String help = String.join(
                ", ", finding.help().stream().map(JsonReport::quoted).toList());
        return "{\"code\": " + quoted(finding.code().id())
                + ", \"severity\": " + quoted(finding.severity().word())
                + finding.judge()
                        .map(judge -> ", \"layer\": " + quoted(judge.word()))
                        .orElse("")
                + ", \"message\": " + quoted(finding.message())
                + place(finding.site())
                + ", \"notes\": [" + notes + "]"
                + ", \"help\": [" + help + "]}";
    }

    private static String waived(Waived waived) {
        return "{\"finding\": " + finding(waived.finding()) + ", \"reason\": " + quoted(waived.reason())
                + ", \"owner\": " + quoted(waived.owner()) + ", \"until\": " + quoted(waived.until()) + "}";
    }

    private static String note(Related related) {
        return "{\"message\": " + quoted(related.message()) + place(related.site()) + "}";
    }

    private static String place(Site site) {
        String file = site.path().map(path -> quoted(path.value())).orElse("null");
        if (site instanceof Site.InSpan in) {
            Span span = in.span();
            return ", \"file\": " + file + ", \"line\": " + span.line() + ", \"column\": " + span.column();
        }
        return ", \"file\": " + file + ", \"line\": null, \"column\": null";
    }

    /** This package knows no formats, so it spells its few texts itself. */
    private static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (VisibleText.isHidden(c)) {
                VisibleText.appendHex(out, c);
            } else {
                out.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        return out.append('"').toString();
    }
}
