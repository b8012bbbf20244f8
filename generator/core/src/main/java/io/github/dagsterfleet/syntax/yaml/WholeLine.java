package io.github.dagsterfleet.syntax.yaml;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.text.LineIndex;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import io.github.dagsterfleet.text.TextEdit;
import java.util.List;

/** A key with its value on a line of their own, which can be moved as one, with the comment behind them. */
public final class WholeLine {
    private WholeLine() {}

    /** The edits that move the entry right before an earlier key; none when it does not stand on a line of its own. */
    public static List<TextEdit> moved(Mapping.Entry entry, Mapping.Entry before) {
        if (!(entry.key().origin() instanceof Span key
                && entry.value().origin() instanceof Span value
                && before.key().origin() instanceof Span place)) {
            return List.of();
        }
        SourceText text = key.text();
        LineIndex lines = text.lines();
        int line = key.line();
        if (!place.text().equals(text)
                || place.line() >= line
                || value.endLine() != line
                || !isAlone(text, key, value)) {
            return List.of();
        }
        int start = lines.start(line);
        int end = lines.end(line);
        int lineEnd = lines.end(line - 1);
        String moved = text.content().substring(key.start(), end).stripTrailing()
                + text.content().substring(lineEnd, start)
                + " ".repeat(place.start() - lines.start(place.line()));
        return List.of(
                new TextEdit(text.span(place.start(), place.start()), moved),
                new TextEdit(text.span(lineEnd, end), ""));
    }

    /** Nothing but blanks before, nothing but a comment behind, and a colon between. */
    private static boolean isAlone(SourceText text, Span key, Span value) {
        LineIndex lines = text.lines();
        String content = text.content();
        String before = content.substring(lines.start(key.line()), key.start());
        String behind = content.substring(value.end(), lines.end(key.line()));
        return before.isBlank()
                && content.startsWith(":", key.end())
                && (behind.isBlank() || behind.stripLeading().startsWith("#"));
    }
}
