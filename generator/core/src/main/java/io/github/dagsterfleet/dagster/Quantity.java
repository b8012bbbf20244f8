package io.github.dagsterfleet.dagster;

import java.util.Set;

/**
 * Amounts as Kubernetes writes them, narrowed to what means something: memory in thousandths ({@code 400m} for {@code
 * 400M} is a famous slip) and CPUs in bytes are refused, although the API server takes both.
 */
final class Quantity {
    private static final Set<String> BYTES =
            Set.of("", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei");

    private Quantity() {}

    /** {@code 2}, {@code 0.5}, {@code 500m}. */
    static boolean isCpu(String text) {
        int end = number(text);
        return end > 0 && (end == text.length() || text.substring(end).equals("m"));
    }

    /** {@code 512Mi}, {@code 2G}, {@code 1073741824}. */
    static boolean isBytes(String text) {
        int end = number(text);
        return end > 0 && BYTES.contains(text.substring(end));
    }

    /** {@code 2}. */
    static boolean isCount(String text) {
        return !text.isEmpty() && digits(text, 0) == text.length();
    }

    /** Where the decimal number at the start ends; 0 when there is none. */
    private static int number(String text) {
        int whole = digits(text, 0);
        if (whole == 0 || whole == text.length() || text.charAt(whole) != '.') {
            return whole;
        }
        int fraction = digits(text, whole + 1);
        return fraction == whole + 1 ? 0 : fraction;
    }

    private static int digits(String text, int start) {
        int at = start;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
