package io.github.dagsterfleet.plus;

import io.github.dagsterfleet.text.VisibleText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a server says of a request, fit to be shown. A server may repeat what it was sent, whole, cut or encoded: where
 * its words share so much as a few characters in a row with something secret, none of them is shown.
 */
final class ServerWords {
    private static final int LONGEST = 300;
    /** What stands behind is neither shown nor looked at. */
    private static final int MOST = 1000;
    /** So many characters in a row stand in two texts by chance only where both are ordinary words. */
    private static final int TELLING = 6;

    private final List<SecretValue> secrets;

    ServerWords(List<SecretValue> secrets) {
        this.secrets = secrets;
    }

    /** One sentence for a note. */
    String quote(String all) {
        String text = all.length() <= MOST ? all : all.substring(0, MOST);
        String words = VisibleText.of(text.strip());
        if (words.isEmpty()) {
            return "Dagster+ does not say why";
        }
        if (secrets.stream().anyMatch(secret -> repeats(text, secret.reveal()))) {
            return "why is not shown, because Dagster+ repeats there what it was sent";
        }
        return "Dagster+ says: " + (words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…");
    }

    private static boolean repeats(String text, String secret) {
        return forms(secret).stream().anyMatch(form -> shares(text, form));
    }

    /** A secret as it may stand in a text: in base64, what stands before it in the encoded text shifts it by a byte or two. */
    private static List<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        List<String> forms = new ArrayList<>(List.of(secret, escaped(secret), hexadecimal(bytes)));
        forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
        for (int shift = 0; shift < Math.min(3, bytes.length); shift++) {
            byte[] shifted = Arrays.copyOfRange(bytes, shift, bytes.length);
            forms.add(Base64.getEncoder().withoutPadding().encodeToString(shifted));
            forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(shifted));
        }
        return forms;
    }

    /** As JSON in ASCII has it. */
    private static String escaped(String secret) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < secret.length(); i++) {
            char c = secret.charAt(i);
            if (c < ' ' || c > '~') {
                VisibleText.appendHex(out, c);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    private static String hexadecimal(byte[] bytes) {
        StringBuilder out = new StringBuilder(2 * bytes.length);
        for (byte one : bytes) {
            out.append(Character.forDigit((one >> 4) & 0xF, 16)).append(Character.forDigit(one & 0xF, 16));
        }
        return out.toString();
    }

    /** Whatever its case; a secret shorter than {@link #TELLING} counts as a whole. */
    private static boolean shares(String text, String secret) {
        String known = secret.toLowerCase(Locale.ROOT);
        String said = text.toLowerCase(Locale.ROOT);
        int length = Math.min(TELLING, known.length());
        if (length == 0) {
            return false;
        }
        Set<String> pieces = new HashSet<>();
        for (int i = 0; i + length <= known.length(); i++) {
            pieces.add(known.substring(i, i + length));
        }
        for (int i = 0; i + length <= said.length(); i++) {
            if (pieces.contains(said.substring(i, i + length))) {
                return true;
            }
        }
        return false;
    }
}
