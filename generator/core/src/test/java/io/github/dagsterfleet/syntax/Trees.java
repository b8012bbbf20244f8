package io.github.dagsterfleet.syntax;

import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random trees, fond of what readers and writers get wrong. */
public final class Trees {
    private static final Span NOWHERE = new SourceText(new SourcePath("random"), "").whole();
    private static final String[] PIECES = {
        "a", "B", "0", "1", "7", "_", ".", "-", "+", ":", " ", "  ", "#", "'", "\"", "\\", "/", "$", "{", "}", "${",
        "[", "]", ",", "&", "*", "!", "|", ">", "%", "@", "`", "?", "=", "~", "\n", "\t", "e", "x", "true", "null",
        "on", "ä", "漢", "😀", "\u00a0", "\u0007", "\u0085", "\u2028", "\ufeff", "\uffff", "\u202e", "---", "...", "<<",
        ": ", " #", "\\'"
    };
    private static final String[] WORDS = {
        "",
        "on",
        "No",
        "true",
        "~",
        "null",
        "010",
        "0x1F",
        "1e3",
        "12:30",
        "1_000",
        "2026-11-22",
        ".inf",
        "-",
        "=",
        "<<",
        "1.10",
        "+1",
        "a: b",
        "{{ x }}",
        "arn:x::",
        "C:\\",
        "it's",
        "'''",
        "\"\"\"",
        "a\\",
        "${x}\\",
        "line\nline\n"
    };

    private final Random random;
    private final Format format;

    public Trees(Random random, Format format) {
        this.random = random;
        this.format = format;
    }

    /** A mapping whose scalars the format can all hold. */
    public Mapping mapping(int depth) {
        Mapping.Builder builder = Mapping.builder();
        for (int i = random.nextInt(5); i > 0; i--) {
            builder.put(text(), node(depth - 1));
        }
        return builder.build(NOWHERE);
    }

    /** What a dotenv file holds. */
    public Mapping variables() {
        Mapping.Builder builder = Mapping.builder();
        for (int i = random.nextInt(6); i > 0; i--) {
            String value = text();
            if (format.canHold(Scalar.string(value, NOWHERE))) {
                builder.put("V" + random.nextInt(9), Scalar.string(value, NOWHERE));
            }
        }
        return builder.build(NOWHERE);
    }

    private Node node(int depth) {
        int kind = depth <= 0 ? 0 : random.nextInt(6);
        return switch (kind) {
            case 4 -> mapping(depth);
            case 5 -> sequence(depth);
            default -> scalar();
        };
    }

    private Sequence sequence(int depth) {
        List<Node> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(node(depth - 1));
        }
        return new Sequence(items, NOWHERE);
    }

    private Scalar scalar() {
        Scalar scalar =
                switch (random.nextInt(8)) {
                    case 0 -> new Scalar(Integer.toString(random.nextInt()), ScalarType.INTEGER, NOWHERE);
                    case 1 -> new Scalar(fraction(), ScalarType.FLOAT, NOWHERE);
                    case 2 -> new Scalar(Boolean.toString(random.nextBoolean()), ScalarType.BOOLEAN, NOWHERE);
                    case 3 -> new Scalar("null", ScalarType.NULL, NOWHERE);
                    default -> Scalar.string(text(), NOWHERE);
                };
        return format.canHold(scalar) ? scalar : Scalar.string("-", NOWHERE);
    }

    private String fraction() {
        String[] exponents = {"", "", "e+3", "e-12"};
        String[] fractions = {"0", "10", "5", "25"};
        return (random.nextBoolean() ? "-" : "")
                + random.nextInt(100)
                + "."
                + fractions[random.nextInt(fractions.length)]
                + exponents[random.nextInt(exponents.length)];
    }

    private String text() {
        if (random.nextInt(3) == 0) {
            return WORDS[random.nextInt(WORDS.length)];
        }
        StringBuilder out = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            out.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return out.toString();
    }

    /** The text with a few characters removed, doubled, swapped or put in. */
    public static String mutated(String text, Random random) {
        StringBuilder out = new StringBuilder(text);
        for (int i = 1 + random.nextInt(4); i > 0 && out.length() > 1; i--) {
            int at = random.nextInt(out.length());
            switch (random.nextInt(5)) {
                case 0 -> out.deleteCharAt(at);
                case 1 -> out.insert(at, PIECES[random.nextInt(PIECES.length)]);
                case 2 -> out.insert(at, out.charAt(random.nextInt(out.length())));
                case 3 -> out.setCharAt(at, out.charAt(random.nextInt(out.length())));
                default -> out.setLength(at);
            }
        }
        return out.toString();
    }
}
