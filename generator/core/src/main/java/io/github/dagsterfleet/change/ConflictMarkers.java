package io.github.dagsterfleet.change;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Recognises what git leaves in a file that it could not merge. */
public final class ConflictMarkers {
    private static final List<String> IN_ORDER = List.of("<<<<<<< ", "=======", ">>>>>>> ");

    private ConflictMarkers() {}

    /** Whether all three markers stand at line starts, in their order. */
    public static boolean in(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
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
}
