package io.github.dagsterfleet.text;

/**
 * Makes characters visible that a screen would hide, obey or reorder: control characters, directional marks, line
 * separators, byte order marks, non-characters and halves of surrogate pairs. The list is our own, so that every Java
 * release escapes alike.
 */
public final class VisibleText {
    private VisibleText() {}

    /** The text with every hidden character written as an escape, {@code \n} and {@code \u202e} for example. */
    public static String of(String text) {
        int clean = firstHidden(text);
        if (clean == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, clean);
        for (int i = clean; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            append(out, codePoint);
            i += Character.charCount(codePoint);
        }
        return out.toString();
    }

    /** Appends one character, as it is or as its escape. */
    public static void append(StringBuilder out, int codePoint) {
        if (!isHidden(codePoint)) {
            out.appendCodePoint(codePoint);
            return;
        }
        switch (codePoint) {
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> appendHex(out, codePoint);
        }
    }

    /** {@code \}{@code uXXXX}, or {@code \}{@code UXXXXXXXX} above the first plane: what YAML, TOML and Python read. */
    public static void appendHex(StringBuilder out, int codePoint) {
        int digits = codePoint > 0xFFFF ? 8 : 4;
        out.append(digits == 8 ? "\\U" : "\\u");
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            out.append(Character.forDigit((codePoint >> shift) & 0xF, 16));
        }
    }

    /** Whether the text holds no hidden character at all. */
    public static boolean isVisible(String text) {
        return firstHidden(text) == text.length();
    }

    /** Whether a screen would hide, obey or reorder this character; tabs and line feeds count. */
    public static boolean isHidden(int codePoint) {
        if (codePoint < 0x7F) {
            return codePoint < ' ';
        }
        if (codePoint < 0x61C) {
            return codePoint <= 0x9F || codePoint == 0xAD;
        }
        return isMark(codePoint)
                || (Character.isSurrogate((char) codePoint) && codePoint <= 0xFFFF)
                || isNoCharacter(codePoint);
    }

    /** Whether the code point is one of the 66 that Unicode keeps from ever being characters. */
    public static boolean isNoCharacter(int codePoint) {
        return (codePoint & 0xFFFE) == 0xFFFE || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF);
    }

    private static boolean isMark(int codePoint) {
        return codePoint == 0x61C
                || codePoint == 0x180E
                || codePoint == 0x200B
                || codePoint == 0x200E
                || codePoint == 0x200F
                || (codePoint >= 0x2028 && codePoint <= 0x202E)
                || (codePoint >= 0x2060 && codePoint <= 0x206F)
                || codePoint == 0xFEFF
                || (codePoint >= 0xFFF9 && codePoint <= 0xFFFB);
    }

    private static int firstHidden(String text) {
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (isHidden(codePoint)) {
                return i;
            }
            i += Character.charCount(codePoint);
        }
        return text.length();
    }
}
