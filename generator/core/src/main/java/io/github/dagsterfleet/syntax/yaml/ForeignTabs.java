package io.github.dagsterfleet.syntax.yaml;

import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * Tabs that our parser passes over and Dagster's stops at: all of them, but for those in quotes, in block scalars and in
 * comments.
 */
final class ForeignTabs {
    private final String content;
    private final List<Span> texts;

    /** @param texts what stands in quotes, and block scalars without their first line; in the order of the file */
    ForeignTabs(SourceText text, List<Span> texts) {
        this.content = text.content();
        this.texts = texts;
    }

    /** Where the first one stands. */
    Optional<Integer> first() {
        int next = 0;
        boolean comment = false;
        for (int at = 0; at < content.length(); at++) {
            while (next < texts.size() && texts.get(next).end() <= at) {
                next++;
            }
            char c = content.charAt(at);
            if (next < texts.size() && texts.get(next).start() <= at) {
                at = texts.get(next).end() - 1;
            } else if (c == '\n' || c == '\r') {
                comment = false;
            } else if (c == '#' && (at == 0 || Character.isWhitespace(content.charAt(at - 1)))) {
                comment = true;
            } else if (c == '\t' && !comment) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }
}
