package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.text.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The wording of what is wrong with a value; public is what package {@code layer} says too. */
public final class SchemaFindings {
    private static final int MOST_NAMES = 12;

    private SchemaFindings() {}

    /** Spells out the choice that a null leaves open. */
    static Finding nothing(Scalar scalar, Shape shape, Subject subject, Reading reading) {
        Finding finding = Finding.at(FindingCode.SCHEMA_NULL, scalar.origin(), subject.words() + " has no value")
                .label("null")
                .help("leave " + (subject.item() ? "the item" : "the key") + " out where there is nothing to say");
        String empty = empty(shape);
        if (!empty.isEmpty()) {
            finding = finding.help("write " + empty);
        }
        return reading == Reading.LAYER && !subject.item()
                ? finding.help("write `{$remove: true}` to take away what a lower layer says")
                : finding;
    }

    private static String empty(Shape shape) {
        List<String> ways = new ArrayList<>();
        if (shape.isUntyped()
                || shape.shorthand().isPresent()
                || shape.scalar()
                        .filter(due -> due.takes(ScalarType.STRING)
                                && due.allowed().isEmpty()
                                && due.form().isEmpty())
                        .isPresent()) {
            ways.add("`\"\"` for the empty text");
        }
        if (shape.list().isPresent()) {
            ways.add("`[]` for the empty list");
        }
        if (shape.mapping().isPresent() && shape.shorthand().isEmpty()) {
            ways.add("`{}` for the empty mapping");
        }
        return String.join(", ", ways);
    }

    public static Finding kind(Node node, Shape shape, Subject subject) {
        Finding finding = Finding.at(
                        FindingCode.SCHEMA_KIND,
                        node.origin(),
                        subject.words() + " must be " + due(shape) + ", not " + kindOf(node))
                .label(kindOf(node));
        if (shape.list().isPresent() && node instanceof Scalar scalar && !shape.secret()) {
            return finding.help("put it in brackets: `[" + scalar.text() + "]`");
        }
        return shape.mapping().isPresent() ? finding.help("write keys below it, each with its value") : finding;
    }

    /** As a person sees it: what is ambiguous is shown, not explained. */
    private static String kindOf(Node node) {
        return node instanceof Scalar scalar && scalar.type() == ScalarType.AMBIGUOUS
                ? Spelling.shown(scalar.text())
                : node.kind();
    }

    private static String due(Shape shape) {
        List<String> kinds = new ArrayList<>();
        shape.scalar().ifPresent(due -> kinds.add(due.words()));
        if (shape.shorthand().isPresent()) {
            kinds.add(ScalarType.STRING.words());
        }
        shape.list().ifPresent(due -> kinds.add("a list"));
        shape.mapping().ifPresent(due -> kinds.add("a mapping"));
        return alternatives(kinds);
    }

    static Finding type(Scalar scalar, Shape shape, ScalarShape due, Subject subject) {
        Finding finding = Finding.at(
                        FindingCode.SCHEMA_TYPE,
                        scalar.origin(),
                        subject.words() + " must be " + due(shape) + ", not " + kindOf(scalar))
                .label(scalar.type() == ScalarType.AMBIGUOUS ? "ambiguous" : scalar.kind());
        if (shape.secret()) {
            return finding;
        }
        if (due.takes(ScalarType.STRING)) {
            return finding.help("put it in quotes: `" + Spelling.quoted(scalar.text()) + "`", Edits.quoted(scalar));
        }
        for (ScalarType type : List.of(ScalarType.BOOLEAN, ScalarType.INTEGER, ScalarType.FLOAT)) {
            if (due.takes(type)) {
                return Spelling.as(type, scalar)
                        .map(meant ->
                                finding.help("write `" + meant + "`" + (scalar.isString() ? " without quotes" : "")))
                        .orElseGet(() -> finding.help(
                                type == ScalarType.BOOLEAN ? "write `true` or `false`" : "write digits" + range(due)));
            }
        }
        return finding;
    }

    private static String range(ScalarShape due) {
        return due.minimum().map(least -> ", at least " + least).orElse("")
                + due.maximum().map(most -> ", at most " + most).orElse("");
    }

    static Finding ambiguous(Scalar scalar) {
        String text = scalar.text();
        Finding finding = Finding.at(
                        FindingCode.SCHEMA_AMBIGUOUS_SCALAR,
                        scalar.origin(),
                        "`" + text + "` is one thing for YAML 1.1 and another for YAML 1.2")
                .label("ambiguous")
                .help("write `" + Spelling.quoted(text) + "` for the text");
        return Spelling.as(ScalarType.BOOLEAN, scalar)
                .or(() -> Spelling.as(ScalarType.FLOAT, scalar))
                .map(bare -> finding.help("write `" + bare + "` for " + meaning(bare)))
                .orElse(finding);
    }

    private static String meaning(String bare) {
        return switch (bare) {
            case "true", "false" -> "the truth value";
            case ".inf", "-.inf" -> "infinity, which is what readers make of a number so large";
            default -> "the number";
        };
    }

    /** A number that every reader would take for another one. */
    static Finding beyond(Scalar number, NumberRange range, Subject subject, boolean untyped) {
        boolean large = range == NumberRange.TOO_LARGE;
        Finding finding = Finding.at(
                        FindingCode.SCHEMA_NOT_ALLOWED,
                        number.origin(),
                        subject.words() + " is too " + (large ? "large" : "small")
                                + " for a number of 64 bits, and would be " + (large ? "infinity" : "zero"))
                .label("out of range");
        if (!untyped) {
            return finding.help(large ? "write a smaller number" : "write `0.0`");
        }
        return finding.help(
                        large
                                ? "write `" + Spelling.infinity(number.text()) + "` for infinity"
                                : "write `0.0` for zero")
                .help("write `" + Spelling.quoted(number.text()) + "` for the text");
    }

    static Finding notAllowed(Scalar scalar, Shape shape, List<String> allowed, Subject subject) {
        Finding finding = Finding.at(
                        FindingCode.SCHEMA_NOT_ALLOWED,
                        scalar.origin(),
                        subject.words() + " cannot be " + shown(scalar, shape))
                .label("not allowed");
        return shape.scalar()
                .map(due -> due.meant().get(scalar.text()))
                .map(meant -> finding.help("write `" + meant + "`"))
                .orElseGet(() -> Suggestions.help(finding, scalar.text(), allowed));
    }

    static Finding outOfRange(Scalar scalar, Subject subject, String limit) {
        return Finding.at(FindingCode.SCHEMA_NOT_ALLOWED, scalar.origin(), subject.words() + " must be " + limit)
                .label("out of range");
    }

    static Finding form(Scalar scalar, Shape shape, TextForm form) {
        String wrong = form.othersAreSecret() ? "this value" : shown(scalar, shape);
        return Finding.at(FindingCode.SCHEMA_PATTERN, scalar.origin(), wrong + " is not " + form.words())
                .label("malformed");
    }

    static Finding tooFewItems(Node list, Subject subject, int minimum) {
        return Finding.at(
                        FindingCode.SCHEMA_NOT_ALLOWED,
                        list.origin(),
                        subject.words() + " needs at least " + (minimum == 1 ? "one item" : minimum + " items"))
                .label("too short");
    }

    static Finding missing(Node mapping, String key, Shape shape, Subject subject) {
        Finding finding = Finding.at(
                        FindingCode.SCHEMA_MISSING_KEY,
                        mapping.origin().latest(),
                        "`" + key + "` is missing" + subject.in())
                .label("no `" + key + "`");
        String due =
                shape.below(key).flatMap(Shape::scalar).map(SchemaFindings::due).orElse("");
        return finding.help("add `" + key + "`" + (due.isEmpty() ? "" : ": " + due));
    }

    /** The values to choose from, or the form that a text must have. */
    private static String due(ScalarShape scalar) {
        return scalar.allowed().isEmpty() || scalar.allowed().size() > MOST_NAMES
                ? scalar.form()
                        .map(TextForm::words)
                        .filter(words -> !words.startsWith("a text "))
                        .orElse("")
                : Names.choice(scalar.allowed());
    }

    static Finding tooFewKeys(Node mapping, MappingShape shape, Subject subject) {
        Finding finding = Finding.at(FindingCode.SCHEMA_MISSING_KEY, mapping.origin(), subject.words() + " is empty")
                .label("empty");
        List<String> keys = List.copyOf(shape.properties().keySet());
        return keys.isEmpty() || keys.size() > MOST_NAMES ? finding : finding.help("add " + Names.choice(keys));
    }

    public static Finding exclusive(
            Scalar second, ExclusiveGroup.Member later, Origin first, ExclusiveGroup.Member earlier) {
        return Finding.at(
                        FindingCode.SCHEMA_EXCLUSIVE,
                        second.origin(),
                        "`" + later.words() + "` and `" + earlier.words() + "` exclude each other")
                .label("second")
                .note("the first is here", first)
                .help("keep one of them");
    }

    /** Two spellings of one key; which of them is the second, the file says. */
    static Finding speltTwice(Scalar one, Scalar other) {
        boolean inOrder = one.span().start() <= other.span().start();
        Scalar second = inOrder ? other : one;
        Scalar first = inOrder ? one : other;
        return Finding.at(
                        FindingCode.SCHEMA_SAID_TWICE,
                        second.origin(),
                        "`" + first.text() + "` and `" + second.text() + "` are one key in two spellings")
                .label("said again")
                .note("said here first", first.origin())
                .help("keep one of them");
    }

    static Finding duplicate(Node second, String words, Origin first) {
        return Finding.at(FindingCode.SCHEMA_DUPLICATE_ITEM, second.origin(), words + " stands twice in one list")
                .label("again")
                .note("it stands here first", first)
                .help("remove one of them");
    }

    private static String shown(Scalar scalar, Shape shape) {
        return shape.secret() ? "this value" : Spelling.shown(scalar.text());
    }

    /** {@code a, b or c}. */
    private static String alternatives(List<String> words) {
        return words.size() < 2
                ? String.join("", words)
                : words.stream().limit(words.size() - 1).collect(Collectors.joining(", ")) + " or "
                        + words.get(words.size() - 1);
    }
}
