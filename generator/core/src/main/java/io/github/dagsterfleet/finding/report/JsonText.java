package io.github.dagsterfleet.finding.report;

import io.github.dagsterfleet.text.VisibleText;
import java.util.List;

/** JSON, spelt by hand: this package comes before all formats. */
final class JsonText {
    private JsonText() {}

    /** A text, hidden characters as escapes. */
    static String quoted(String text) {
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

    /** A text in which what hides is spelt out, also for those who read the document with an ordinary parser. */
    static String visible(String text) {
        return quoted(VisibleText.of(text));
    }

    static String member(String name, String value) {
        return quoted(name) + ": " + value;
    }

    /** On one line. */
    static String object(String... members) {
        return "{" + String.join(", ", members) + "}";
    }

    /** The same of members of which some may be empty, which is left out. */
    static String object(List<String> members) {
        return object(members.stream().filter(member -> !member.isEmpty()).toArray(String[]::new));
    }

    /** On one line. */
    static String array(List<String> items) {
        return "[" + String.join(", ", items) + "]";
    }

    /** One item a line, below something that is indented by this much. */
    static String lines(List<String> items, int indent) {
        String margin = "\n" + " ".repeat(indent);
        return items.isEmpty() ? "[]" : "[" + margin + "  " + String.join("," + margin + "  ", items) + margin + "]";
    }
}
