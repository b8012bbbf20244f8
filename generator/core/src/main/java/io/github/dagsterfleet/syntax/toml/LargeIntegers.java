package io.github.dagsterfleet.syntax.toml;

import io.github.dagsterfleet.text.LineIndex;
import io.github.dagsterfleet.text.SourceText;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlVersion;

/**
 * Python's readers take integers of more than 64 bits, and TOML lets them; tomlj does not. It is shown zeros of the same
 * length instead, so that every place stays what it was, and whoever wants the number takes it from the file.
 */
final class LargeIntegers {
    /** Python reads no decimal number of more. */
    private static final int MOST_DIGITS = 4300;

    /** Of each line tomlj tells the first only; a file that asks for more is an attack. */
    private static final int MOST_ROUNDS = 20;

    private static final String TOO_LARGE = "Integer is too large";

    private final LineIndex lines;
    private final StringBuilder shown;

    private LargeIntegers(SourceText text) {
        this.lines = text.lines();
        this.shown = new StringBuilder(text.content());
    }

    /** @throws RuntimeException as tomlj does behind some mistakes */
    static TomlParseResult parse(SourceText text) {
        TomlParseResult result = Toml.parse(text.content(), TomlVersion.V1_0_0);
        if (result.errors().stream().noneMatch(LargeIntegers::isTooLarge)) {
            return result;
        }
        LargeIntegers integers = new LargeIntegers(text);
        for (int round = 0; round < MOST_ROUNDS && integers.replace(result); round++) {
            result = Toml.parse(integers.shown.toString(), TomlVersion.V1_0_0);
        }
        return result;
    }

    private static boolean isTooLarge(TomlParseError error) {
        return String.valueOf(error.getMessage()).startsWith(TOO_LARGE);
    }

    /** Whether there was any to replace. */
    private boolean replace(TomlParseResult result) {
        boolean any = false;
        for (TomlParseError error : result.errors()) {
            any |= isTooLarge(error)
                    && replace(lines.offset(
                            error.position().line(), error.position().column()));
        }
        return any;
    }

    private boolean replace(int start) {
        int end = start;
        while (end < shown.length() && isPart(shown.charAt(end))) {
            end++;
        }
        int digits = shown.charAt(start) == '+' || shown.charAt(start) == '-' ? start + 1 : start;
        boolean decimal = shown.charAt(digits) != '0';
        if (decimal && count(digits, end) > MOST_DIGITS) {
            return false;
        }
        // The only integers that may begin with zeros.
        shown.replace(start, end, "0x" + "0".repeat(end - start - 2));
        return true;
    }

    private static boolean isPart(char c) {
        return c == '+' || c == '-' || c == '_' || Character.isLetterOrDigit(c);
    }

    private int count(int from, int end) {
        return (int) shown.substring(from, end).chars().filter(c -> c != '_').count();
    }
}
