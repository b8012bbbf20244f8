package io.github.dagsterfleet.text;

import java.util.Comparator;
import java.util.List;

/** A replacement of one stretch of a file by other text; an empty span inserts. */
public record TextEdit(Span span, String replacement) {
    /**
     * The content after all edits, which are applied from the end backwards so that no edit moves another.
     *
     * @throws IllegalArgumentException when two edits overlap or one belongs to another file
     */
    public static String apply(SourceText text, List<TextEdit> edits) {
        List<TextEdit> backwards = edits.stream()
                .sorted(Comparator.comparing(TextEdit::span).reversed())
                .toList();
        StringBuilder out = new StringBuilder(text.content());
        int limit = out.length();
        for (TextEdit edit : backwards) {
            if (edit.span().text() != text || edit.span().end() > limit) {
                throw new IllegalArgumentException("edits overlap or are of another file: " + edit.span());
            }
            out.replace(edit.span().start(), edit.span().end(), edit.replacement());
            limit = edit.span().start();
        }
        return out.toString();
    }
}
