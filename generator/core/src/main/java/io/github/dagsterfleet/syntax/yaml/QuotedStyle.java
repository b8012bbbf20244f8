package io.github.dagsterfleet.syntax.yaml;

import io.github.dagsterfleet.text.VisibleText;

/** A text in double quotes on one line. */
final class QuotedStyle {
    private QuotedStyle() {}

    static String of(String text) {
        StringBuilder out = new StringBuilder(text.length() + 8).append('"');
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (codePoint == '"' || codePoint == '\\') {
                out.append('\\');
            }
            VisibleText.append(out, codePoint);
            i += Character.charCount(codePoint);
        }
        return out.append('"').toString();
    }
}
