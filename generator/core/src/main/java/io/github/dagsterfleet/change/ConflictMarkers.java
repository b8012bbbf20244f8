package io.github.dagsterfleet.change;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/** Recognises what git leaves in a file that it could not merge. */
public final class ConflictMarkers {
    private static final List<String> IN_ORDER = List.of("<<<<<<< ", "=======", ">>>>>>> ");
    private static final Pattern LINE = Pattern.compile("(<{7}|\\|{7}|={7}|>{7})( .*)?\r?");

    private ConflictMarkers() {}

    /** Whether all three markers stand at line starts, in their order: of a whole conflict, which nobody has touched. */
    public static boolean in(byte[] bytes) {
        String text = text(bytes);
        int from = 0;
        for (String marker : IN_ORDER) {
            int at = text.startsWith(marker, from) && from == 0 ? 0 : text.indexOf("\n" + marker, from);
            if (at < 0) {
                return false;
            }
            from = at + marker.length();
        }
        return true;
    }

    /** Whether a line is a marker: somebody may have taken others out. */
    public static boolean anyIn(byte[] bytes) {
        return text(bytes).lines().anyMatch(ConflictMarkers::isMarker);
    }

    /** Whether a whole line is one of the markers. */
    static boolean isMarker(String line) {
        return LINE.matcher(line).matches();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
