package io.github.dagsterfleet.finding.report;

/** How wide a terminal shows a character. Roughly: the blocks that are wide throughout, and combining marks. */
final class Columns {
    private Columns() {}

    /** Columns of a character that is shown as the text {@code visible}: itself, or its escape. */
    static int of(int codePoint, String visible) {
        if (codePoint < 0x300) {
            return visible.length();
        }
        if (visible.codePointCount(0, visible.length()) > 1) {
            return visible.length();
        }
        if (isCombining(codePoint)) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    private static boolean isCombining(int codePoint) {
        return codePoint <= 0x36F
                || codePoint == 0x200C
                || codePoint == 0x200D
                || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                || (codePoint >= 0x20D0 && codePoint <= 0x20FF);
    }

    private static boolean isWide(int codePoint) {
        return (codePoint >= 0x1100 && codePoint <= 0x115F)
                || (codePoint >= 0x2E80 && codePoint <= 0xA4CF)
                || (codePoint >= 0xAC00 && codePoint <= 0xD7A3)
                || (codePoint >= 0xF900 && codePoint <= 0xFAFF)
                || (codePoint >= 0xFE30 && codePoint <= 0xFE6F)
                || (codePoint >= 0xFF00 && codePoint <= 0xFF60)
                || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF)
                || (codePoint >= 0x20000 && codePoint <= 0x3FFFD);
    }
}
