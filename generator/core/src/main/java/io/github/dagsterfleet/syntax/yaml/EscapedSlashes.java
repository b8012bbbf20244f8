package io.github.dagsterfleet.syntax.yaml;

import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Two escapes that Dagster's parser knows and ours does not: a slash and a tab behind a backslash. Where ours stops at
 * one, the backslash is put out of sight, and taken out of the value afterwards.
 */
final class EscapedSlashes {
    /** For private use, so hardly in any file. */
    private static final char HIDDEN = '\ue000';

    /** So many texts with these escapes a file may have before it is read no more: each costs a reading. */
    private static final int MOST = 100;

    private final CodePoints codePoints;
    private final StringBuilder content;
    private final boolean mayHide;
    private int times;

    EscapedSlashes(String content, CodePoints codePoints) {
        this.codePoints = codePoints;
        this.content = new StringBuilder(content);
        this.mayHide = content.indexOf(HIDDEN) < 0;
    }

    /** What the parser gets: as long as the file is. */
    String content() {
        return content.toString();
    }

    /** The value of a scalar as the file has it. */
    String value(String parsed) {
        return times == 0 ? parsed : parsed.replace(String.valueOf(HIDDEN), "");
    }

    /** Whether the parser stopped at such an escape, and would not stop at any in the same text again. */
    boolean hide(MarkedYAMLException complaint) {
        boolean escape = mayHide
                && times < MOST
                && String.valueOf(complaint.getProblem()).contains("unknown escape character")
                && complaint.getProblemMark() != null;
        return escape && hideFrom(codePoints.offset(complaint.getProblemMark().getIndex()) - 1);
    }

    /** @param at of the backslash at which the parser stopped */
    private boolean hideFrom(int at) {
        if (!isEscape(at)) {
            return false;
        }
        times++;
        for (int i = at; i < content.length() && content.charAt(i) != '"'; i++) {
            if (isEscape(i)) {
                content.setCharAt(i, HIDDEN);
            } else if (content.charAt(i) == '\\') {
                i++;
            }
        }
        return true;
    }

    private boolean isEscape(int at) {
        return at >= 0
                && at + 1 < content.length()
                && content.charAt(at) == '\\'
                && (content.charAt(at + 1) == '/' || content.charAt(at + 1) == '\t');
    }
}
