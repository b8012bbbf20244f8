package io.github.dagsterfleet.render;

import io.github.dagsterfleet.syntax.Node;
import java.util.List;

/** Harmless characters that a template prints as they are, inside of something else. */
record VerbatimText(String text, List<Node> sources) implements Printed {
    /** Whether every character is one of {@code A-Z a-z 0-9 . _ / @ : + -}, which mean nothing inside any quotes. */
    static boolean isHarmless(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isHarmless(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    private static boolean isHarmless(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '-' && c <= ':') || "_@+".indexOf(c) >= 0;
    }

    @Override
    public void printTo(ArtifactWriter out) {
        out.printVerbatim(text, sources);
    }
}
