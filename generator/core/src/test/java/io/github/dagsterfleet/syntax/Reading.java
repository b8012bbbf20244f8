package io.github.dagsterfleet.syntax;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.util.List;
import java.util.Optional;

/** What a format makes of a text, for tests to look at. */
public record Reading(Optional<Node> node, List<Finding> findings) {
    public static Reading of(Format format, String text) {
        Findings findings = new Findings();
        Optional<Node> node = format.read(new SourceText(new SourcePath("file"), text), findings);
        return new Reading(node, findings.sorted());
    }

    /** The tree of a text without fault. */
    public static Node sound(Format format, String text) {
        Reading reading = of(format, text);
        if (!reading.findings.isEmpty()) {
            throw new AssertionError(reading.findings + " in " + text);
        }
        return reading.node.orElseThrow();
    }

    public static Mapping mapping(Format format, String text) {
        return (Mapping) sound(format, text);
    }

    /** Each finding as {@code code line:column}, notes behind it as {@code , line:column}. */
    public List<String> places() {
        return findings.stream().map(Reading::place).toList();
    }

    private static String place(Finding finding) {
        StringBuilder out = new StringBuilder(finding.code().id()).append(place(finding.site()));
        finding.related().forEach(related -> out.append(',').append(place(related.site())));
        return out.toString();
    }

    private static String place(Site site) {
        return site instanceof Site.InSpan in
                ? " " + in.span().line() + ":" + in.span().column()
                : "";
    }

    /** The characters that a node was read from. */
    public static String source(Node node) {
        return ((Span) node.origin()).content();
    }
}
