package io.github.dagsterfleet.syntax.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.syntax.SyntaxFindings;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Builds the tree of one file from the parser's events. The parser tells kinds, texts and places; style, anchors, tags
 * and types are read from the characters at those places, because it does not tell them, or tells them otherwise.
 */
final class YamlReader {
    private static final YAMLFactory PARSERS = new YAMLFactory();

    private final SourceText text;
    private final String content;
    private final Findings findings;
    private final YAMLParser parser;
    private final CodePoints codePoints;
    private final DialectFindings dialect;
    /** Whether our own limit is told already: below it the parser comes to one of its own. */
    private boolean tooDeep;

    private YamlReader(SourceText text, Findings findings, YAMLParser parser) {
        this.text = text;
        this.content = text.content();
        this.findings = findings;
        this.parser = parser;
        this.codePoints = CodePoints.of(content);
        this.dialect = new DialectFindings(text, findings);
    }

    static Optional<Node> read(SourceText text, Findings findings) {
        if (!ForbiddenCharacters.none(text, findings)) {
            return Optional.empty();
        }
        try (YAMLParser parser = PARSERS.createParser(text.content())) {
            return new YamlReader(text, findings, parser).document();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory could not be read", e);
        }
    }

    private Optional<Node> document() throws IOException {
        try {
            JsonToken first = parser.nextToken();
            if (first == null || (first == JsonToken.VALUE_NULL && start() == end())) {
                findings.add(SyntaxFindings.emptyFile(text));
                return Optional.empty();
            }
            Node root = node(first, 1);
            if (parser.nextToken() != null) {
                dialect.secondDocument(start());
            }
            return Optional.of(root);
        } catch (JsonProcessingException e) {
            if (!(tooDeep && e instanceof StreamConstraintsException)) {
                findings.add(new ParserComplaint(text, codePoints).finding(e, start()));
            }
            return Optional.empty();
        }
    }

    private Node node(JsonToken token, int depth) throws IOException {
        if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
            int start = start();
            int end = end();
            int begin = start == end ? start : dialect.skipProperties(start, end);
            if (depth > SyntaxFindings.DEEPEST) {
                findings.add(SyntaxFindings.tooDeep(text.span(begin, begin)));
                tooDeep = true;
                parser.skipChildren();
                return Mapping.empty(text.span(begin, begin));
            }
            boolean flow = begin < end && "[{".indexOf(content.charAt(begin)) >= 0;
            return token == JsonToken.START_OBJECT ? mapping(begin, flow, depth) : sequence(begin, flow, depth);
        }
        return scalar();
    }

    private Mapping mapping(int start, boolean flow, int depth) throws IOException {
        Mapping.Builder builder = Mapping.builder();
        int last = start;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            Optional<Scalar> key = key();
            Node value = node(parser.nextToken(), depth + 1);
            last = value.span().end();
            if (key.isPresent()) {
                put(builder, key.get(), value);
            }
        }
        return builder.build(text.span(start, flow ? end() : last));
    }

    /** Of two values below one key the first stays. */
    private void put(Mapping.Builder builder, Scalar key, Node value) {
        if (builder.has(key.text())) {
            Span first = builder.entry(key.text()).orElseThrow().key().span();
            findings.add(SyntaxFindings.duplicateKey(key.text(), key.span(), first));
        } else {
            builder.put(key, value);
        }
    }

    private Sequence sequence(int start, boolean flow, int depth) throws IOException {
        List<Node> items = new ArrayList<>();
        int last = start + 1;
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            Node item = node(token, depth + 1);
            last = item.span().end();
            items.add(item);
        }
        return new Sequence(items, text.span(start, flow ? end() : last));
    }

    /** A name, whatever it looks like: {@code on} and {@code 1} are the characters written. */
    private Optional<Scalar> key() throws IOException {
        int end = end();
        int start = dialect.skipProperties(start(), end);
        Span span = text.span(start, end);
        String name = parser.getText();
        if (start == end) {
            dialect.missingKey(start);
            return Optional.empty();
        }
        if (name.equals("<<") && content.charAt(start) == '<') {
            dialect.mergeKey(span);
            return Optional.empty();
        }
        checkHalves(name, span);
        return Optional.of(Scalar.string(name, span));
    }

    private Scalar scalar() throws IOException {
        int end = end();
        int start = dialect.skipProperties(start(), end);
        String value = parser.getText();
        if (start == end) {
            return new Scalar("", ScalarType.NULL, text.span(start, end));
        }
        switch (content.charAt(start)) {
            case '"', '\'':
                checkHalves(value, text.span(start, end));
                return Scalar.string(value, text.span(start, end));
            case '|', '>':
                return Scalar.string(value, text.span(start, withoutTrailingSpace(start, end)));
            case '*':
                dialect.alias(text.span(start, end));
                return Scalar.string(value, text.span(start, end));
            default:
                return new Scalar(value, PlainScalar.type(value), text.span(start, end));
        }
    }

    private void checkHalves(String value, Span span) {
        if (SyntaxFindings.hasHalfCharacter(value)) {
            findings.add(SyntaxFindings.halfCharacter(FindingCode.SYNTAX_YAML, span));
        }
    }

    /** The parser ends a block scalar at the next token. */
    private int withoutTrailingSpace(int start, int end) {
        int at = end;
        while (at > start && Characters.isSpace(content.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private int start() {
        return codePoints.offset(parser.currentTokenLocation().getCharOffset());
    }

    private int end() {
        return codePoints.offset(parser.currentLocation().getCharOffset());
    }
}
