package io.github.dagsterfleet.dagster.requirement;

import java.util.Set;

/** Checks the marker behind a requirement's semicolon. */
final class MarkerParser {
    private static final Set<String> VARIABLES = Set.of(
            "python_version",
            "python_full_version",
            "os_name",
            "sys_platform",
            "platform_machine",
            "platform_python_implementation",
            "platform_release",
            "platform_system",
            "platform_version",
            "implementation_name",
            "implementation_version",
            "extra",
            "extras",
            "dependency_groups",
            // Spellings from before PEP 508, which tools still take.
            "os.name",
            "sys.platform",
            "platform.version",
            "platform.machine",
            "platform.python_implementation",
            "python_implementation");

    /** Deeper nesting is nobody's marker, and would exhaust the stack. */
    private static final int DEEPEST = 50;

    private final Cursor cursor;
    private int depth;

    MarkerParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Moves behind the marker; false when there is none here. */
    boolean parse() {
        if (++depth > DEEPEST) {
            return false;
        }
        do {
            if (!operand()) {
                return false;
            }
        } while (cursor.takeWord("and") || cursor.takeWord("or"));
        depth--;
        return true;
    }

    private boolean operand() {
        cursor.blanks();
        boolean valid = cursor.take("(") ? parse() && cursor.take(")") : comparison();
        cursor.blanks();
        return valid;
    }

    private boolean comparison() {
        boolean left = value();
        cursor.blanks();
        boolean operator = operator();
        cursor.blanks();
        return left && operator && value();
    }

    private boolean value() {
        char quote = cursor.peek();
        if (quote == '"' || quote == '\'') {
            cursor.skip();
            cursor.until(String.valueOf(quote));
            return cursor.take(String.valueOf(quote));
        }
        int start = cursor.at();
        while (Cursor.isWord(cursor.peek()) || cursor.peek() == '.') {
            cursor.skip();
        }
        return VARIABLES.contains(cursor.from(start));
    }

    private boolean operator() {
        if (cursor.takeWord("not")) {
            return cursor.blanks() && cursor.takeWord("in");
        }
        return cursor.takeWord("in") || VersionSpecifier.operator(cursor).isPresent();
    }
}
