package io.github.dagsterfleet.syntax.toml;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.syntax.SyntaxFindings;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import org.tomlj.TomlVersion;

/**
 * Builds the tree of one file. tomlj says for every key where the line that first made it begins: a header, which names
 * its table from the top, or a dotted key, which names it from the {@code base} down, the depth of the table that the
 * line stands in.
 */
final class TomlReader {
    private final SourceText text;
    private final String content;
    private final TomlScanner scanner;
    private final Findings findings;

    private TomlReader(SourceText text, Findings findings) {
        this.text = text;
        this.findings = findings;
        this.content = text.content();
        this.scanner = new TomlScanner(text);
    }

    static Optional<Node> read(SourceText text, Findings findings) {
        if (!Lexical.isSound(text, findings)) {
            return Optional.empty();
        }
        TomlParseResult result;
        try {
            result = Toml.parse(LargeIntegers.hidden(text.content()), TomlVersion.V1_0_0);
        } catch (RuntimeException | StackOverflowError stumble) {
            findings.add(new ParserStumble(text).finding());
            return Optional.empty();
        }
        if (result.hasErrors()) {
            ParserComplaint complaint = new ParserComplaint(text);
            result.errors().forEach(error -> findings.add(complaint.finding(error)));
            return Optional.empty();
        }
        return Optional.of(new TomlReader(text, findings).table(result, text.whole(), 0, 0));
    }

    private Mapping table(TomlTable table, Span span, int depth, int base) {
        if (depth > SyntaxFindings.DEEPEST) {
            findings.add(SyntaxFindings.tooDeep(span));
            return Mapping.empty(span);
        }
        Mapping.Builder builder = Mapping.builder();
        for (String name : table.keySet()) {
            List<String> path = List.of(name);
            int line = offset(Objects.requireNonNull(table.inputPositionOf(path)));
            Object value = Objects.requireNonNull(table.get(path));
            if (scanner.is(line, '[')) {
                Span key = headerKeys(line).get(depth);
                builder.put(Scalar.string(name, key), section(value, line, depth + 1));
            } else {
                List<Span> keys = scanner.key(line);
                int part = depth - base;
                builder.put(Scalar.string(name, keys.get(part)), valueBehind(keys, part, value, depth + 1, base));
            }
        }
        return builder.build(span);
    }

    /** What headers made: a table, or an array of tables. */
    private Node section(Object value, int header, int depth) {
        if (value instanceof TomlTable table) {
            return table(table, headerSpan(header), depth, depth);
        }
        TomlArray array = (TomlArray) value;
        List<Node> items = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            Span span = headerSpan(offset(array.inputPositionOf(i)));
            items.add(table(array.getTable(i), span, depth, depth));
        }
        return new Sequence(items, headerSpan(header));
    }

    private List<Span> headerKeys(int header) {
        return scanner.key(header + (scanner.is(header + 1, '[') ? 2 : 1));
    }

    private Span headerSpan(int header) {
        List<Span> keys = headerKeys(header);
        int close = scanner.skipBlanks(keys.get(keys.size() - 1).end());
        return text.span(header, close + (scanner.is(header + 1, '[') ? 2 : 1));
    }

    /** A key before the last of a dotted key is a table without a line of its own. */
    private Node valueBehind(List<Span> keys, int part, Object value, int depth, int base) {
        if (part < keys.size() - 1) {
            return table((TomlTable) value, keys.get(part), depth, base);
        }
        return value(value, scanner.valueStart(keys.get(part).end()), depth);
    }

    private Node value(Object value, int start, int depth) {
        Span span = text.span(start, scanner.valueEnd(start));
        if (value instanceof TomlTable table) {
            return table(table, span, depth, depth);
        }
        if (value instanceof TomlArray array) {
            List<Node> items = new ArrayList<>(array.size());
            int at = start + 1;
            for (int i = 0; i < array.size(); i++) {
                Node item = value(array.get(i), scanner.skipToItem(at), depth);
                at = item.span().end();
                items.add(item);
            }
            return new Sequence(items, span);
        }
        if (value instanceof String string) {
            return Scalar.string(string, span);
        }
        return new Scalar(content.substring(span.start(), span.end()), type(value), span);
    }

    private static ScalarType type(Object value) {
        if (value instanceof Long) {
            return ScalarType.INTEGER;
        }
        if (value instanceof Double) {
            return ScalarType.FLOAT;
        }
        return value instanceof Boolean ? ScalarType.BOOLEAN : ScalarType.DATETIME;
    }

    private int offset(TomlPosition position) {
        return text.lines().offset(position.line(), position.column());
    }
}
