package io.github.dagsterfleet.finding.report;

import io.github.dagsterfleet.text.LineIndex;
import io.github.dagsterfleet.text.SourceText;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Which keys each line of a file stands below, told by indentation alone: this package knows no formats, and whatever is
 * told here of a file that cannot be parsed still holds.
 */
final class Outline {
    private final SourceText text;
    /** For each line, counted from 1, the line that it stands below; 0 for none. */
    private final int[] above;

    Outline(SourceText text) {
        this.text = text;
        int lines = text.lines().lineCount();
        this.above = new int[lines + 1];
        Deque<Integer> open = new ArrayDeque<>();
        for (int line = 1; line <= lines; line++) {
            boolean says = saysSomething(line);
            while (says && !open.isEmpty() && depth(open.peek()) >= depth(line)) {
                open.pop();
            }
            above[line] = open.isEmpty() ? 0 : open.peek();
            if (says) {
                open.push(line);
            }
        }
    }

    /** The keys of the line and of those above it, the nearest first, without any value. */
    String keys(int line) {
        StringBuilder keys = new StringBuilder();
        for (int at = line; at > 0; at = above[at]) {
            keys.append(key(at)).append('\n');
        }
        return keys.toString();
    }

    private boolean saysSomething(int line) {
        int start = firstCharacter(line);
        return start < text.lines().end(line) && text.content().charAt(start) != '#';
    }

    /** The header of a TOML table is above all that follows. */
    private int depth(int line) {
        int start = firstCharacter(line);
        int depth = start - text.lines().start(line);
        return depth == 0 && text.content().charAt(start) == '[' ? -1 : depth;
    }

    private int firstCharacter(int line) {
        LineIndex lines = text.lines();
        int at = lines.start(line);
        while (at < lines.end(line) && text.content().charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    /** What stands before the first colon or equals sign, or a header as a whole; nothing in a line that is all value. */
    private String key(int line) {
        int start = firstCharacter(line);
        int end = text.lines().end(line);
        for (int at = start; at < end; at++) {
            char c = text.content().charAt(at);
            if (c == ':' || c == '=') {
                return text.content().substring(start, at);
            }
        }
        return start < end && depth(line) < 0 ? text.content().substring(start, end) : "";
    }
}
