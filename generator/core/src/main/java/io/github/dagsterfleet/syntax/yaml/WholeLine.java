package io.github.dagsterfleet.syntax.yaml;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.text.LineIndex;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import io.github.dagsterfleet.text.TextEdit;
import java.util.List;

/**
 * A key with its value on a line of their own, which can be moved as one, with the comment behind them and those right
 * above that are indented as the key is.
 */
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
        int first = line;
        while (first - 1 > place.line() && isComment(text, first - 1, key.column())) {
            first--;
        }
        int end = lines.end(line);
        int lineEnd = lines.end(first - 1);
        String lineBreak = text.content().substring(lineEnd, lines.start(first));
        String indentation = " ".repeat(place.start() - lines.start(place.line()));
        StringBuilder moved = new StringBuilder();
        for (int above = first; above <= line; above++) {
            moved.append(text.content()
                            .substring(lines.start(above), lines.end(above))
                            .strip())
                    .append(lineBreak)
                    .append(indentation);
        }
        return List.of(
                new TextEdit(text.span(place.start(), place.start()), moved.toString()),
                new TextEdit(text.span(lineEnd, end), ""));
    }

    private static boolean isComment(SourceText text, int line, int column) {
        String content =
                text.content().substring(text.lines().start(line), text.lines().end(line));
        return content.stripLeading().startsWith("#") && content.indexOf('#') + 1 == column;
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
