package io.github.dagsterfleet.env;

import io.github.dagsterfleet.syntax.json.JsonFormat;
import java.util.Optional;

/** JSON without the blanks between its parts, so that it stands on one line; the parts stay as they are written. */
final class MinifiedJson {
    private MinifiedJson() {}

    /** Empty for what is no JSON, and for JSON that somebody put into quotes once more. */
    static Optional<String> of(String text) {
        return JsonFormat.readUnshown(text)
                .filter(json -> !JsonFormat.isInQuotes(json))
                .map(json -> minified(text));
    }

    private static String minified(String json) {
        StringBuilder out = new StringBuilder(json.length());
        boolean inText = false;
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (inText && c == '\\') {
                out.append(c).append(json.charAt(++i));
            } else {
                if (c == '"') {
                    inText = !inText;
                }
                if (inText || " \t\r\n".indexOf(c) < 0) {
                    out.append(c);
                }
            }
        }
        return out.toString();
    }
}
