package io.github.dagsterfleet.syntax.yaml;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Judge;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.syntax.SyntaxFindings;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Makes our tree of the composed one, in which an alias is the very node that it names. Such a node is made once and
 * stands in several places, so what is counted is what a walk over the tree would meet.
 */
final class ForeignTree {
    /** What a plain scalar bears until its type is told from its text. */
    static final Tag PLAIN = new Tag("!plain");

    /** A file as large as we read holds far fewer values without aliases. */
    private static final long MOST_VALUES = 2_000_000;

    /** Python makes no number of more decimal digits, and writes none. */
    private static final int MOST_DIGITS = 4300;

    private static final Set<Tag> PAIRS = Set.of(Tag.OMAP, Tag.PAIRS);

    private final SourceText text;
    private final CodePoints codePoints;
    private final EscapedSlashes escapes;
    private final Findings findings;
    private final List<Span> texts = new ArrayList<>();
    /** Composed nodes are equal only to themselves. */
    private final Map<org.yaml.snakeyaml.nodes.Node, Made> made = new HashMap<>();

    private final int errorsBefore;

    ForeignTree(SourceText text, CodePoints codePoints, EscapedSlashes escapes, Findings findings) {
        this.text = text;
        this.codePoints = codePoints;
        this.escapes = escapes;
        this.findings = findings;
        this.errorsBefore = findings.errorCount();
    }

    /** @param values how many values a walk over the node meets; 0 while the node is being made */
    private record Made(Node node, long values) {}

    /** A tree that holds less than the file says is none; a key twice is no such loss. */
    Optional<Node> of(org.yaml.snakeyaml.nodes.Node root) {
        Node node = node(root).node;
        texts.sort(null);
        new ForeignTabs(text, texts)
                .first()
                .ifPresent(tab -> findings.add(ParserComplaint.tab(text.span(tab, tab + 1))));
        boolean whole = findings.list().stream()
                .skip(errorsBefore)
                .allMatch(finding -> finding.code() == FindingCode.SYNTAX_DUPLICATE_KEY);
        return whole ? Optional.of(node) : Optional.empty();
    }

    private Made node(org.yaml.snakeyaml.nodes.Node composed) {
        Made known = made.get(composed);
        if (known != null) {
            return known.values == 0 ? endless(known) : known;
        }
        made.put(composed, new Made(new Scalar("", ScalarType.NULL, span(composed)), 0));
        Made result = fresh(composed);
        if (result.values > MOST_VALUES) {
            findings.add(Finding.at(
                            FindingCode.SYNTAX_ALIASES,
                            first(result.node.span()),
                            "aliases unfold into more than " + MOST_VALUES + " values")
                    .label("unfolds too far")
                    .help("write out what is meant, without aliases of aliases"));
            result = new Made(Mapping.empty(result.node.origin()), 1);
        }
        made.put(composed, result);
        return result;
    }

    private Made endless(Made known) {
        findings.add(Finding.at(
                        FindingCode.SYNTAX_ALIASES, first(known.node.span()), "an alias stands inside of what it names")
                .label("never ends")
                .help("write out what the alias is to stand for"));
        return new Made(known.node, 1);
    }

    private Made fresh(org.yaml.snakeyaml.nodes.Node composed) {
        if (composed.getAnchor() != null && !isName(composed.getAnchor())) {
            findings.add(badAnchor(composed));
        }
        if (composed instanceof MappingNode mapping) {
            return mapping(mapping);
        }
        if (composed instanceof SequenceNode sequence) {
            return sequence(sequence);
        }
        return new Made(scalar((ScalarNode) composed), 1);
    }

    private Made sequence(SequenceNode composed) {
        if (PAIRS.contains(composed.getTag())) {
            return pairs(composed);
        }
        checkTag(composed, Tag.SEQ);
        List<Node> items = new ArrayList<>(composed.getValue().size());
        long values = 1;
        for (org.yaml.snakeyaml.nodes.Node item : composed.getValue()) {
            Made one = node(item);
            items.add(one.node);
            values += one.values;
        }
        return new Made(new Sequence(items, span(composed)), values);
    }

    /** Of mappings of one key each, whatever it is, Dagster's reader makes a list of key and value. */
    private Made pairs(SequenceNode composed) {
        List<Node> pairs = new ArrayList<>(composed.getValue().size());
        long values = 1;
        for (org.yaml.snakeyaml.nodes.Node item : composed.getValue()) {
            if (!(item instanceof MappingNode pair) || pair.getValue().size() != 1) {
                findings.add(foreignTag(composed));
                break;
            }
            Made key = node(pair.getValue().get(0).getKeyNode());
            Made value = node(pair.getValue().get(0).getValueNode());
            pairs.add(new Sequence(List.of(key.node, value.node), span(item)));
            values += 1 + key.values + value.values;
        }
        return new Made(new Sequence(pairs, span(composed)), values);
    }

    private Made mapping(MappingNode composed) {
        checkTag(composed, Tag.MAP);
        Mapping.Builder own = Mapping.builder();
        Mapping.Builder merged = Mapping.builder();
        long values = 1;
        for (NodeTuple tuple : composed.getValue()) {
            Made value = node(tuple.getValueNode());
            values += value.values;
            if (isMergeKey(tuple.getKeyNode())) {
                merge(merged, value.node, span(tuple.getKeyNode()));
            } else {
                key(tuple.getKeyNode()).ifPresent(key -> put(own, key, value.node));
            }
        }
        Mapping written = own.build(span(composed));
        return new Made(merged.isEmpty() ? written : merged.putAll(written).build(written.origin()), values);
    }

    private void put(Mapping.Builder builder, Scalar key, Node value) {
        builder.entry(key.text())
                .ifPresent(first -> findings.add(SyntaxFindings.duplicateKey(
                        key.text(), key.span(), first.key().span())));
        builder.put(key, value);
    }

    private static boolean isMergeKey(org.yaml.snakeyaml.nodes.Node key) {
        return key instanceof ScalarNode scalar
                && (scalar.getTag().equals(PLAIN)
                        ? scalar.getValue().equals("<<")
                        : scalar.getTag().equals(Tag.MERGE));
    }

    /** Of several mappings the first that has a key counts. */
    private void merge(Mapping.Builder merged, Node value, Span key) {
        List<Node> sources = value instanceof Sequence list ? list.items() : List.of(value);
        for (Node source : sources) {
            if (source instanceof Mapping mapping) {
                mapping.forEach(entry -> {
                    if (!merged.has(entry.name())) {
                        merged.put(entry.key(), entry.value());
                    }
                });
            } else {
                findings.add(Finding.at(FindingCode.SYNTAX_YAML, key, "`<<` merges mappings, not " + source.kind())
                        .label("nothing to merge")
                        .help("write the alias of a mapping behind it, or a list of such aliases"));
            }
        }
    }

    private Optional<Scalar> key(org.yaml.snakeyaml.nodes.Node composed) {
        if (composed instanceof ScalarNode scalar) {
            boolean equals = scalar.getTag().equals(PLAIN) && scalar.getValue().equals("=");
            return Optional.of(equals ? Scalar.string("=", span(composed)) : scalar(scalar));
        }
        findings.add(Finding.at(FindingCode.SYNTAX_COMPLEX_KEY, span(composed), "a mapping or list is used as a key")
                .label("not a key")
                .help("put the text in quotes if its braces belong to it"));
        return Optional.empty();
    }

    /** Of ASCII letters and digits, to Dagster's parser. */
    private static boolean isName(String anchor) {
        return anchor.chars()
                .allMatch(c -> (c >= '0' && c <= '9')
                        || (c >= 'a' && c <= 'z')
                        || (c >= 'A' && c <= 'Z')
                        || c == '-'
                        || c == '_');
    }

    private Finding badAnchor(org.yaml.snakeyaml.nodes.Node composed) {
        return Finding.at(
                        FindingCode.SYNTAX_YAML,
                        first(span(composed)),
                        "Dagster's YAML reader fails on the anchor `&" + composed.getAnchor() + "`")
                .label("anchor")
                .help("name it with letters from a to z, digits, `-` and `_`");
    }

    /** In quotes, or a block scalar, whose first line is no part of it yet. */
    private void collectText(ScalarNode composed, Span span) {
        DumperOptions.ScalarStyle style = composed.getScalarStyle();
        if (style == DumperOptions.ScalarStyle.PLAIN) {
            return;
        }
        boolean quoted =
                style == DumperOptions.ScalarStyle.SINGLE_QUOTED || style == DumperOptions.ScalarStyle.DOUBLE_QUOTED;
        int end = codePoints.offset(composed.getEndMark().getIndex());
        int line = text.content().indexOf('\n', span.start());
        if (quoted || (line >= 0 && line < end)) {
            texts.add(text.span(quoted ? span.start() : line, end));
        }
    }

    private Scalar scalar(ScalarNode composed) {
        String value = escapes.value(composed.getValue());
        Span span = span(composed);
        collectText(composed, span);
        Tag tag = composed.getTag();
        if (tag.equals(Tag.STR)) {
            return Scalar.string(value, span);
        }
        if (tag.equals(Tag.TIMESTAMP) && Timestamp11.is(value)) {
            return new Scalar(value, ScalarType.DATETIME, span);
        }
        ScalarType type = isTooLong(value) ? ScalarType.AMBIGUOUS : Yaml11.type(value);
        boolean loads = tag.equals(PLAIN)
                ? type != ScalarType.AMBIGUOUS
                : (tag.equals(Tag.INT) && type == ScalarType.INTEGER)
                        || (tag.equals(Tag.FLOAT) && (type == ScalarType.FLOAT || type == ScalarType.INTEGER))
                        || (tag.equals(Tag.BOOL) && type == ScalarType.BOOLEAN)
                        || tag.equals(Tag.NULL);
        if (!loads) {
            findings.add(tag.equals(PLAIN) ? unloadable(span) : foreignTag(composed));
        }
        return new Scalar(value, tag.equals(Tag.NULL) ? ScalarType.NULL : type, span);
    }

    /** A decimal number of more digits than Python makes a number of. */
    private static boolean isTooLong(String value) {
        return value.length() > MOST_DIGITS
                && Yaml11.type(value) == ScalarType.INTEGER
                && !value.startsWith("0", value.startsWith("-") || value.startsWith("+") ? 1 : 0);
    }

    private static Finding unloadable(Span scalar) {
        return Finding.at(FindingCode.SYNTAX_YAML, scalar, "Dagster's YAML reader fails on `" + scalar.content() + "`")
                .label("needs quotes")
                .help("put it in quotes");
    }

    private void checkTag(org.yaml.snakeyaml.nodes.Node composed, Tag due) {
        if (!composed.getTag().equals(due)) {
            findings.add(foreignTag(composed));
        }
    }

    private Finding foreignTag(org.yaml.snakeyaml.nodes.Node composed) {
        return Finding.at(
                        FindingCode.SYNTAX_TAG,
                        first(span(composed)),
                        "the tag `" + composed.getTag().getValue().replace("tag:yaml.org,2002:", "!!")
                                + "` is none that Dagster can load or send")
                .label("tag")
                .help("remove the tag, and put the value in quotes when it is a text")
                .by(isLoaded(composed) ? Judge.DEPLOY : Judge.SYNTAX);
    }

    /** Dagster's reader makes something of it that cannot travel as JSON. */
    private static boolean isLoaded(org.yaml.snakeyaml.nodes.Node composed) {
        return composed.getTag().equals(Tag.BINARY)
                ? composed instanceof ScalarNode
                : composed.getTag().equals(Tag.SET) && composed instanceof MappingNode;
    }

    /** Without the line feeds behind a block scalar and the lines between a collection and the next token. */
    private Span span(org.yaml.snakeyaml.nodes.Node composed) {
        int start = codePoints.offset(composed.getStartMark().getIndex());
        int end = codePoints.offset(composed.getEndMark().getIndex());
        while (end > start && Characters.isSpace(text.content().charAt(end - 1))) {
            end--;
        }
        return text.span(start, Math.max(start, end));
    }

    /** The place where something large begins. */
    private Span first(Span large) {
        return text.span(large.start(), large.start());
    }
}
