package io.github.dagsterfleet.cli;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Looks for many secrets at once in long texts: each as it is, in base64 at any offset, and by its digests. */
final class Needles {
    private static final int HEAD = 8;

    private record Needle(String text, String what) {}

    private final Map<Long, List<Needle>> byHead = new HashMap<>();

    /** @param what names it in the answer */
    void add(String secret, String what) {
        put(secret, what);
        secret.lines()
                .filter(line -> line.length() > 2 * HEAD && !line.startsWith("-----"))
                .forEach(line -> put(line, what));
        for (int before = 0; before < 3; before++) {
            String wrapped =
                    Base64.getEncoder().encodeToString(("x".repeat(before) + secret).getBytes(StandardCharsets.UTF_8));
            // At both ends neighbours share a digit with what they stand beside.
            put(wrapped.substring(before == 0 ? 0 : 4, wrapped.length() - 4), what);
        }
        for (String algorithm : List.of("MD5", "SHA-1", "SHA-256")) {
            byte[] digest = digest(algorithm, secret);
            put(HexFormat.of().formatHex(digest), what);
            put(Base64.getEncoder().withoutPadding().encodeToString(digest), what);
        }
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void put(String text, String what) {
        if (text.length() >= HEAD) {
            byHead.computeIfAbsent(head(text), head -> new ArrayList<>()).add(new Needle(text, what));
        }
    }

    private static long head(String text) {
        long head = 0;
        for (int i = 0; i < HEAD; i++) {
            head = head << 8 | (text.charAt(i) & 0xFF);
        }
        return head;
    }

    /** Those of which a text tells anything. */
    Set<String> in(String text) {
        Set<String> found = new TreeSet<>();
        long head = 0;
        for (int i = 0; i < text.length(); i++) {
            head = head << 8 | (text.charAt(i) & 0xFF);
            int start = i - HEAD + 1;
            if (start >= 0) {
                for (Needle needle : byHead.getOrDefault(head, List.of())) {
                    if (text.startsWith(needle.text, start)) {
                        found.add(needle.what);
                    }
                }
            }
        }
        return found;
    }
}
