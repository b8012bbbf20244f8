package io.github.dagsterfleet.finding.report;

import io.github.dagsterfleet.text.SourcePath;
import java.nio.charset.StandardCharsets;

/** The name of a file as a relative URI. */
final class FileUri {
    private static final String PLAIN = "-._~/!$&'()*+,;=@";

    private FileUri() {}

    /** Everything that RFC 3986 does not let stand in a path is percent-encoded, and so are colons, which may end a scheme. */
    static String of(SourcePath path) {
        StringBuilder uri = new StringBuilder(path.value().length());
        for (byte b : path.value().getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            if (isPlain(c)) {
                uri.append(c);
            } else {
                uri.append('%').append(hex(c >> 4)).append(hex(c & 0xF));
            }
        }
        return uri.toString();
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || PLAIN.indexOf(c) >= 0;
    }

    private static char hex(int digit) {
        return "0123456789ABCDEF".charAt(digit);
    }
}
