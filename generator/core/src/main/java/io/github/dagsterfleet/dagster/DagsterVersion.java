package io.github.dagsterfleet.dagster;

import java.util.Optional;

/**
 * What files have to suit: a release such as {@code 1.12.3}, or a minor version such as {@code 1.12}, which stands for its
 * newest release, whichever that is.
 */
public record DagsterVersion(String text, int minor, int patch) {
    /** The packages of dg joined the numbering with this release; what is older would need exceptions. */
    private static final int OLDEST_MINOR = 10;

    private static final int OLDEST_PATCH = 18;
    private static final int NEWEST_PATCH = Integer.MAX_VALUE;

    /** Empty for what is no version, and for releases older than {@link #oldest}. */
    public static Optional<DagsterVersion> of(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length < 2 || parts.length > 3 || !parts[0].equals("1")) {
            return Optional.empty();
        }
        int minor = number(parts[1]);
        int patch = parts.length == 2 ? NEWEST_PATCH : number(parts[2]);
        boolean known = minor > OLDEST_MINOR || (minor == OLDEST_MINOR && patch >= OLDEST_PATCH);
        return known && patch >= 0 ? Optional.of(new DagsterVersion(text, minor, patch)) : Optional.empty();
    }

    /** As versions write numbers, without leading zeros; -1 for anything else. */
    static int number(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 4 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && (text.length() == 1 || text.charAt(0) != '0') ? Integer.parseInt(text) : -1;
    }

    /** The first release whose packages all follow the rule of {@link DagsterRelease}. */
    public static String oldest() {
        return "1." + OLDEST_MINOR + "." + OLDEST_PATCH;
    }

    /** Whether this is one release, which has packages to pin. */
    boolean isRelease() {
        return patch != NEWEST_PATCH;
    }

    /** Whether it came out with a lower version. */
    public boolean isBefore(DagsterVersion other) {
        return minor < other.minor || (minor == other.minor && patch < other.patch);
    }
}
