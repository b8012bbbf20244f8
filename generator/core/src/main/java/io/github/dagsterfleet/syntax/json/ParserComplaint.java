package io.github.dagsterfleet.syntax.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.text.SourceText;

/** Says in the user's words, and at the right place, why the parser gave up on a file. */
final class ParserComplaint {
    private final SourceText text;

    ParserComplaint(SourceText text) {
        this.text = text;
    }

    /** {@code lastStart} is where the last token began. */
    Finding finding(JsonProcessingException complaint, long lastStart) {
        int token = inside(lastStart);
        if (complaint instanceof JsonEOFException) {
            return at(text.content().length(), "the file ends inside of what was opened before", "end of file");
        }
        if (complaint instanceof StreamConstraintsException) {
            return at(token, "a number or text is longer than any file needs", "too long");
        }
        JsonLocation location = complaint.getLocation();
        return problem(complaint.getOriginalMessage(), location == null ? token : inside(location.getCharOffset()));
    }

    private Finding problem(String problem, int place) {
        if (problem.contains("to start field name")) {
            return text.content().startsWith("}", place)
                    ? trailingComma(place)
                    : at(place, "a key stands without double quotes", "needs quotes")
                            .help("put the key in double quotes");
        }
        if (problem.contains("expected a valid value")) {
            return text.content().startsWith("]", place)
                    ? trailingComma(place)
                    : at(place, "no value of JSON begins with `" + character(place) + "`", "unexpected");
        }
        if (problem.contains("was expecting comma")) {
            return at(place, "a comma is missing", "unexpected").help("write a comma before this value");
        }
        if (problem.contains("was expecting a colon")) {
            return at(place, "a colon is missing behind a key", "unexpected").help("write a colon behind the key");
        }
        if (problem.contains("comment?")) {
            return at(place, "JSON has no comments", "comment").help("remove the comment");
        }
        if (problem.contains("token '")) {
            return at(wordStart(place), "a bare word is no value of JSON", "needs quotes")
                    .help("put the text in double quotes");
        }
        if (problem.contains("unquoted character")) {
            return at(Math.max(0, place - 1), "a control character stands in a text as itself", "control character")
                    .help("write it as an escape");
        }
        if (problem.contains("escape")) {
            return at(place, "a backslash begins no escape of JSON", "not an escape")
                    .help("write `\\\\` for a backslash");
        }
        if (problem.contains("numeric value")) {
            return at(wordStart(place), "a number is spelt otherwise than in JSON", "not a number");
        }
        if (problem.contains("close marker")) {
            return at(place, "`" + character(place) + "` closes nothing", "unexpected");
        }
        return at(place, "the text is not JSON from here on", "unexpected");
    }

    private Finding trailingComma(int place) {
        return at(place, "a comma stands before the end of a list or mapping", "nothing follows")
                .help("remove the last comma");
    }

    private Finding at(int place, String message, String label) {
        return Finding.at(FindingCode.SYNTAX_JSON, text.span(place, place), message)
                .label(label);
    }

    /** The parser tells the end of a word or number. */
    private int wordStart(int end) {
        int start = end;
        while (start > 0 && isOfWord(text.content().charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isOfWord(char c) {
        return Character.isLetterOrDigit(c) || "+-._".indexOf(c) >= 0;
    }

    private String character(int place) {
        return place < text.content().length()
                ? Character.toString(text.content().codePointAt(place))
                : "";
    }

    /** The parser's "nowhere" is the beginning. */
    private int inside(long offset) {
        return (int) Math.max(0, Math.min(offset, text.content().length()));
    }
}
