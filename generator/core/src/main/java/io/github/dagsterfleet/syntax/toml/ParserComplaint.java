package io.github.dagsterfleet.syntax.toml;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.syntax.SyntaxFindings;
import io.github.dagsterfleet.text.LineIndex;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.util.Optional;
import org.tomlj.TomlParseError;

/** Turns an error of tomlj into a finding; of two definitions both places are shown. */
final class ParserComplaint {
    private static final String UNEXPECTED = "Unexpected ";
    private static final String DEFINED = "previously defined";
    private static final String LINE = " at line ";
    private static final String COLUMN = ", column ";

    private final SourceText text;
    private final TomlScanner scanner;

    ParserComplaint(SourceText text) {
        this.text = text;
        this.scanner = new TomlScanner(text);
    }

    Finding finding(TomlParseError error) {
        int place = offset(error.position().line(), error.position().column());
        String problem = String.valueOf(error.getMessage());
        Optional<Span> earlier = problem.contains(DEFINED) ? earlier(problem) : Optional.empty();
        if (earlier.isPresent()) {
            return defined(problem, definition(place), earlier.get());
        }
        return Finding.at(FindingCode.SYNTAX_TOML, text.span(place, place), message(problem));
    }

    /** Without the long list of what could have stood there, and with backticks round characters. */
    private static String message(String problem) {
        int expected = problem.indexOf(", expected ");
        String message = expected < 0 ? problem : problem.substring(0, expected);
        if (message.length() == UNEXPECTED.length() + 1) {
            return "unexpected `" + message.substring(UNEXPECTED.length()) + "`";
        }
        return Character.toLowerCase(message.charAt(0)) + message.substring(1).replace('\'', '`');
    }

    /** Either one key twice, or another kind of it: {@code a is not a table (previously defined at …)}. */
    private static Finding defined(String problem, Span place, Span earlier) {
        int kind = problem.indexOf(" is not ");
        if (kind < 0) {
            String name = problem.substring(0, Math.max(0, problem.indexOf(" " + DEFINED)));
            return SyntaxFindings.duplicateKey(name, place, earlier);
        }
        String name = problem.substring(0, kind);
        return Finding.at(FindingCode.SYNTAX_TOML, place, "`" + name + "` is something else already")
                .label("used otherwise")
                .note("it is first written here", new Site.InSpan(earlier))
                .help("remove one of the two");
    }

    private Optional<Span> earlier(String problem) {
        int line = problem.indexOf(LINE);
        int column = problem.indexOf(COLUMN, line);
        if (line < 0 || column < 0) {
            return Optional.empty();
        }
        int place = offset(number(problem, line + LINE.length()), number(problem, column + COLUMN.length()));
        return Optional.of(definition(place));
    }

    /** The dotted key or the header that begins here. */
    private Span definition(int place) {
        int first = place;
        while (scanner.is(first, '[')) {
            first++;
        }
        var keys = scanner.key(first);
        int end = keys.get(keys.size() - 1).end();
        while (end - place < text.content().length() - place && scanner.is(end, ']')) {
            end++;
        }
        return text.span(place, end);
    }

    private static int number(String text, int start) {
        int number = 0;
        for (int i = start; i < text.length() && Character.isDigit(text.charAt(i)); i++) {
            number = 10 * number + Character.digit(text.charAt(i), 10);
        }
        return number;
    }

    private int offset(int line, int column) {
        LineIndex lines = text.lines();
        return lines.offset(Math.max(1, Math.min(line, lines.lineCount())), Math.max(1, column));
    }
}
