package io.github.dagsterfleet.render;

import freemarker.core.TemplateProcessingTracer.TracedElement;
import freemarker.template.Template;
import io.github.dagsterfleet.layer.AtRevision;
import io.github.dagsterfleet.syntax.Format;
import io.github.dagsterfleet.text.LineIndex;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.util.Optional;

/**
 * One template, parsed and found harmless. Shared by threads.
 *
 * @param output the path of what it makes, below the folder of its scope
 * @param format what spells its values; empty for a name without a format
 */
record TemplateFile(Scope scope, String output, SourceText source, Optional<Format> format, Template parsed) {
    SourcePath path() {
        return source.path();
    }

    TemplateFile at(AtRevision revision) {
        return new TemplateFile(scope, output, revision.of(source), format, parsed);
    }

    /** The place of an element; of one that holds others, its opening line. */
    Span span(TracedElement element) {
        Span whole = span(
                source, element.getBeginLine(), element.getBeginColumn(), element.getEndLine(), element.getEndColumn());
        return element.isLeaf() ? whole : firstLine(whole);
    }

    private Span firstLine(Span span) {
        int feed = source.content().indexOf('\n', span.start());
        return feed < 0 || feed > span.end() ? span : source.span(span.start(), feed);
    }

    /** The name inside the span, where the span shows it; else the span. */
    Span spanOf(Span span, String name) {
        int at = span.content().indexOf(name);
        return at < 0 ? span : source.span(span.start() + at, span.start() + at + name.length());
    }

    /** A span by FreeMarker's lines and columns: 1-based, in {@code char}s, the end inclusive. */
    static Span span(SourceText source, int line, int column, int endLine, int endColumn) {
        int start = offset(source, line, column);
        return source.span(
                start, Math.max(start, Math.min(source.content().length(), offset(source, endLine, endColumn) + 1)));
    }

    private static int offset(SourceText source, int line, int column) {
        LineIndex lines = source.lines();
        int known = Math.max(1, Math.min(line, lines.lineCount()));
        return Math.min(source.content().length(), lines.start(known) + Math.max(0, column - 1));
    }
}
