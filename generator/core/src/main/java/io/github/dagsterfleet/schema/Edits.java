package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.Span;
import io.github.dagsterfleet.text.TextEdit;
import java.util.List;

/** Edits of a scalar as it stands in its file; none for one that was merged or derived, or is spelt in an unusual way. */
final class Edits {
    private Edits() {}

    /** Other characters in place of the same ones, in quotes where these are. */
    static List<TextEdit> renamed(Scalar key, String name) {
        if (!(key.origin() instanceof Span span)) {
            return List.of();
        }
        String written = span.content();
        for (String quote : List.of("", "\"", "'")) {
            if (written.equals(quote + key.text() + quote)) {
                return List.of(new TextEdit(span, quote + name + quote));
            }
        }
        return List.of();
    }

    /** The characters that stand there, as a text. */
    static List<TextEdit> quoted(Scalar plain) {
        return plain.origin() instanceof Span span && span.content().equals(plain.text())
                ? List.of(new TextEdit(span, Spelling.quoted(plain.text())))
                : List.of();
    }
}
