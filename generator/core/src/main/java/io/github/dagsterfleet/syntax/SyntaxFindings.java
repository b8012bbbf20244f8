package io.github.dagsterfleet.syntax;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import io.github.dagsterfleet.text.VisibleText;

/** What the readers of several formats have to say in the same words. */
public final class SyntaxFindings {
    /** How many mappings and lists may lie in each other. */
    public static final int DEEPEST = 100;

    private SyntaxFindings() {}

    /** A key that its mapping has already. */
    public static Finding duplicateKey(String name, Span second, Span first) {
        return Finding.at(FindingCode.SYNTAX_DUPLICATE_KEY, second, "the key `" + name + "` is written twice")
                .label("second time")
                .note("it is first written here", new Site.InSpan(first))
                .help("remove one of the two");
    }

    public static Finding emptyFile(SourceText text) {
        return Finding.in(FindingCode.SYNTAX_EMPTY_FILE, text.path(), "the file holds no data")
                .help("write at least one key, or delete the file");
    }

    public static Finding tooDeep(Span place) {
        return Finding.at(
                        FindingCode.SYNTAX_TOO_DEEP,
                        place,
                        "mappings and lists lie more than " + DEEPEST + " levels deep in each other")
                .label("too deep");
    }

    /** A character that the format does not allow as itself. */
    public static Finding forbiddenCharacter(FindingCode code, String format, Span character) {
        return Finding.at(
                        code,
                        character,
                        format + " does not allow the character `" + VisibleText.of(character.content()) + "` here")
                .label("not allowed");
    }

    /** An escape such as {@code "\ud800"} that stands for no character. */
    public static Finding halfCharacter(FindingCode code, Span scalar) {
        return Finding.at(code, scalar, "an escape stands for one half of a surrogate pair")
                .label("half a character")
                .help("write the character itself, or both halves");
    }

    /** Whether the text holds a surrogate without its partner, which no file can hold. */
    public static boolean hasHalfCharacter(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
