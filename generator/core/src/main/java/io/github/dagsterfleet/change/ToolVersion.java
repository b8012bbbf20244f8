package io.github.dagsterfleet.change;

/** Order of the tool's own versions: numbers separated by dots, whatever follows a hyphen not counted. */
final class ToolVersion {
    private ToolVersion() {}

    static boolean isNewer(String version, String than) {
        String[] left = numbers(version);
        String[] right = numbers(than);
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int order = Integer.compare(number(left, i), number(right, i));
            if (order != 0) {
                return order > 0;
            }
        }
        return false;
    }

    private static String[] numbers(String version) {
        int hyphen = version.indexOf('-');
        return (hyphen < 0 ? version : version.substring(0, hyphen)).split("\\.", -1);
    }

    private static int number(String[] parts, int at) {
        if (at >= parts.length || parts[at].isEmpty() || parts[at].length() > 9) {
            return 0;
        }
        return parts[at].chars().allMatch(c -> c >= '0' && c <= '9') ? Integer.parseInt(parts[at]) : 0;
    }
}
