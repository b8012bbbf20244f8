package io.github.dagsterfleet.syntax.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.syntax.SyntaxFindings;
import io.github.dagsterfleet.text.LineIndex;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Says in the user's words, and at the right place, why the parser gave up on a file. */
final class ParserComplaint {
    private final SourceText text;
    private final CodePoints codePoints;

    ParserComplaint(SourceText text, CodePoints codePoints) {
        this.text = text;
        this.codePoints = codePoints;
    }

    /** {@code lastStart} is where the last event began. */
    Finding finding(JsonProcessingException complaint, int lastStart) {
        if (complaint.getCause() instanceof MarkedYAMLException marked) {
            return marked(marked, lastStart);
        }
        if (complaint instanceof StreamConstraintsException) {
            return SyntaxFindings.tooDeep(at(lastStart));
        }
        if (complaint.getOriginalMessage().startsWith("Expected a field name")) {
            return complexKey(lastStart);
        }
        return Finding.at(FindingCode.SYNTAX_YAML, at(lastStart), "the text is not YAML from here on");
    }

    /** The same of a complaint that comes without the parser's events. */
    Finding finding(MarkedYAMLException complaint) {
        return marked(complaint, 0);
    }

    private Finding marked(MarkedYAMLException complaint, int lastStart) {
        int place = offset(complaint.getProblemMark(), lastStart);
        OptionalInt tab = tab(place);
        if (tab.isPresent()) {
            return tab(text.span(tab.getAsInt(), tab.getAsInt() + 1));
        }
        return marked(complaint, place, offset(complaint.getContextMark(), place));
    }

    static Finding tab(Span tab) {
        return Finding.at(FindingCode.SYNTAX_TAB, tab, "a tab stands where YAML takes only spaces")
                .label("tab")
                .help("write spaces");
    }

    private Finding marked(MarkedYAMLException complaint, int place, int opened) {
        String context = String.valueOf(complaint.getContext());
        String problem = String.valueOf(complaint.getProblem());
        if (context.contains("an alias") || context.contains("an anchor") || context.contains("a tag")) {
            return needsQuotes(opened);
        }
        if (problem.contains("could not find expected ':'")) {
            return syntax(opened, "a key has no `:` behind it", "`:` missing")
                    .help("write `:` and a space behind the key");
        }
        if (problem.contains("expected <block end>")) {
            return isFirstOfLine(place)
                    ? stray(place, context, opened)
                    : syntax(place, "text follows a value that is complete", "unexpected")
                            .help("put the whole value in quotes");
        }
        Finding finding = problem(problem, place);
        return opened == place ? finding : noteOpening(finding, context, opened);
    }

    private Finding stray(int place, String context, int opened) {
        Finding finding = syntax(place, "this line does not continue the list or mapping above it", "unexpected");
        return noteOpening(finding, context, opened).help("give it the indentation of what it belongs to");
    }

    private Finding noteOpening(Finding finding, String context, int opened) {
        String opening = opening(context);
        return opening.isEmpty() ? finding : finding.note(opening, new Site.InSpan(at(opened)));
    }

    private Finding needsQuotes(int place) {
        return syntax(place, "a plain text cannot begin with `" + character(place) + "`", "needs quotes")
                .help("put the text in quotes");
    }

    private boolean isFirstOfLine(int place) {
        LineIndex lines = text.lines();
        int start = lines.start(lines.line(place));
        return text.content().substring(start, place).isBlank();
    }

    private Finding problem(String problem, int place) {
        if (problem.contains("mapping values are not allowed")) {
            return syntax(place, "a `:` stands where no key can be", "unexpected")
                    .help("put the text in quotes if the `:` belongs to it, or mend the indentation");
        }
        if (problem.contains("cannot start any token")) {
            return needsQuotes(place);
        }
        if (problem.contains("unexpected end of stream") || problem.contains("but got <stream end>")) {
            return syntax(place, "the file ends inside of what was opened before", "end of file");
        }
        if (problem.contains("sequence entries are not allowed")) {
            return syntax(place, "a list begins where no list can be", "unexpected")
                    .help("begin the list on a line of its own, or put the `-` in quotes");
        }
        if (problem.contains("unknown escape character")) {
            return syntax(place, "`\\" + character(place) + "` is no escape of YAML", "not an escape")
                    .help("write `\\\\` for a backslash, or use single quotes");
        }
        if (problem.contains("expected ',' or")) {
            return syntax(place, "a list or mapping in brackets lacks a comma or its end", "unexpected");
        }
        if (problem.contains("expected '<document start>'")) {
            return syntax(place, "something stands behind the end of the document", "unexpected");
        }
        return syntax(place, "the text is not YAML: " + problem, "unexpected");
    }

    /** What had been opened, for the note; empty where the place itself says enough. */
    private static String opening(String context) {
        if (context.contains("quoted scalar")) {
            return "the quoted text begins here";
        }
        if (context.contains("flow sequence")) {
            return "the list begins here";
        }
        if (context.contains("flow mapping")) {
            return "the mapping begins here";
        }
        if (context.contains("block mapping")) {
            return "the mapping above it begins here";
        }
        if (context.contains("block collection") || context.contains("block sequence")) {
            return "the list above it begins here";
        }
        return "";
    }

    private Finding complexKey(int place) {
        if (text.content().startsWith("*", place)) {
            return Finding.at(FindingCode.SYNTAX_COMPLEX_KEY, at(place), "an alias is used as a key")
                    .label("not a key")
                    .help("write the key out");
        }
        return Finding.at(FindingCode.SYNTAX_COMPLEX_KEY, at(place), "a mapping or list is used as a key")
                .label("not a key")
                .help("put the text in quotes if its braces belong to it");
    }

    private Finding syntax(int place, String message, String label) {
        return Finding.at(FindingCode.SYNTAX_YAML, at(place), message).label(label);
    }

    /** The tab that is to blame: at the place itself, or in the indentation of its line. */
    private OptionalInt tab(int place) {
        String content = text.content();
        if (place < content.length() && content.charAt(place) == '\t') {
            return OptionalInt.of(place);
        }
        LineIndex lines = text.lines();
        int at = lines.start(lines.line(place));
        while (at < place && content.charAt(at) == ' ') {
            at++;
        }
        return at < place && content.charAt(at) == '\t' ? OptionalInt.of(at) : OptionalInt.empty();
    }

    private String character(int place) {
        return place < text.content().length()
                ? Character.toString(text.content().codePointAt(place))
                : "";
    }

    private int offset(@Nullable Mark mark, int otherwise) {
        return mark == null ? otherwise : codePoints.offset(mark.getIndex());
    }

    private Span at(int place) {
        return text.span(place, place);
    }
}
