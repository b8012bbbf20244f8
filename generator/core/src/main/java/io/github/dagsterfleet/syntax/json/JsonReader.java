package io.github.dagsterfleet.syntax.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.github.dagsterfleet.finding.Finding;
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

/** Builds the tree of one file. */
final class JsonReader {
    private static final JsonFactory PARSERS = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final SourceText text;
    private final String content;
    private final Findings findings;
    private final JsonParser parser;
    /** Whether our own limit is told already: below it the parser comes to one of its own. */
    private boolean tooDeep;

    private JsonReader(SourceText text, Findings findings, JsonParser parser) {
        this.text = text;
        this.content = text.content();
        this.findings = findings;
        this.parser = parser;
    }

    static Optional<Node> read(SourceText text, Findings findings) {
        try (JsonParser parser = PARSERS.createParser(text.content())) {
            return new JsonReader(text, findings, parser).document();
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory could not be read", e);
        }
    }

    private Optional<Node> document() throws IOException {
        try {
            JsonToken first = parser.nextToken();
            if (first == null) {
                findings.add(SyntaxFindings.emptyFile(text));
                return Optional.empty();
            }
            Node root = node(first, 1);
            if (parser.nextToken() != null) {
                findings.add(Finding.at(FindingCode.SYNTAX_JSON, at(start()), "a second value stands in the file")
                        .label("second value")
                        .help("keep one value, and put a list around several"));
                return Optional.empty();
            }
            return Optional.of(root);
        } catch (JsonProcessingException e) {
            if (!(tooDeep && e instanceof StreamConstraintsException)) {
                findings.add(new ParserComplaint(text)
                        .finding(e, parser.currentTokenLocation().getCharOffset()));
            }
            return Optional.empty();
        }
    }

    private Node node(JsonToken token, int depth) throws IOException {
        int start = start();
        if ((token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) && depth > SyntaxFindings.DEEPEST) {
            findings.add(SyntaxFindings.tooDeep(at(start)));
            tooDeep = true;
            parser.skipChildren();
            return Mapping.empty(at(start));
        }
        return switch (token) {
            case START_OBJECT -> mapping(start, depth);
            case START_ARRAY -> sequence(start, depth);
            case VALUE_STRING -> string(start);
            case VALUE_NUMBER_INT -> literal(ScalarType.INTEGER, start);
            case VALUE_NUMBER_FLOAT -> literal(ScalarType.FLOAT, start);
            case VALUE_TRUE, VALUE_FALSE -> literal(ScalarType.BOOLEAN, start);
            case VALUE_NULL -> literal(ScalarType.NULL, start);
            default -> throw new IllegalStateException("no value: " + token);
        };
    }

    private Mapping mapping(int start, int depth) throws IOException {
        Mapping.Builder builder = Mapping.builder();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            Scalar key = string(start());
            Node value = node(parser.nextToken(), depth + 1);
            if (builder.has(key.text())) {
                Span first = builder.entry(key.text()).orElseThrow().key().span();
                findings.add(SyntaxFindings.duplicateKey(key.text(), key.span(), first));
            } else {
                builder.put(key, value);
            }
        }
        return builder.build(text.span(start, start() + 1));
    }

    private Sequence sequence(int start, int depth) throws IOException {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(node(token, depth + 1));
        }
        return new Sequence(items, text.span(start, start() + 1));
    }

    private Scalar string(int start) throws IOException {
        String value = parser.getText();
        int end = start + 1;
        while (content.charAt(end) != '"') {
            end += content.charAt(end) == '\\' ? 2 : 1;
        }
        Span span = text.span(start, end + 1);
        if (SyntaxFindings.hasHalfCharacter(value)) {
            findings.add(SyntaxFindings.halfCharacter(FindingCode.SYNTAX_JSON, span));
        }
        return Scalar.string(value, span);
    }

    private Scalar literal(ScalarType type, int start) throws IOException {
        String value = parser.getText();
        return new Scalar(value, type, text.span(start, start + value.length()));
    }

    private Span at(int offset) {
        return text.span(offset, offset);
    }

    private int start() {
        return (int) parser.currentTokenLocation().getCharOffset();
    }
}
