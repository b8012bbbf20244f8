package io.github.dagsterfleet.syntax.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Reading;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.syntax.Sequence;
import org.junit.jupiter.api.Test;

class YamlReaderTest {
    @Test
    void keepsTheOrderOfKeys() {
        assertThat(mapping("b: 1\na: 2\nc: 3\n").keys()).containsExactly("b", "a", "c");
    }

    @Test
    void plainScalarsHaveTypesAndQuotedOnesAreTexts() {
        assertThat(mapping("{a: 1, b: '1', c: \"true\", d: true, e: on, f: 1.10}"))
                .hasToString("{a: 1, b: \"1\", c: \"true\", d: true, e: on, f: 1.10}");
        assertThat(scalar("a: on", "a").type()).isEqualTo(ScalarType.AMBIGUOUS);
        assertThat(scalar("a: 010", "a").text()).isEqualTo("010");
    }

    @Test
    void keysAreTheCharactersWritten() {
        Mapping.Entry entry = mapping("on: 1").entry("on").orElseThrow();
        assertThat(entry.key().isString()).isTrue();
        assertThat(mapping("1.10: x").keys()).containsExactly("1.10");
    }

    @Test
    void nothingBehindTheColonIsNull() {
        Scalar value = scalar("a: 1\nkey:\nb: 2\n", "key");
        assertThat(value.type()).isEqualTo(ScalarType.NULL);
        assertThat(value.span()).hasToString("file:2:5");
        assertThat(scalar("key: ''", "key")).isEqualTo(Scalar.string("", value.origin()));
        assertThat(((Sequence) read("-\n- ~\n")).items()).extracting(Node::kind).containsExactly("null", "null");
    }

    @Test
    void spansCoverWhatIsWritten() {
        String text = "key: 'it''s'\nlist:\n  - plain text  # why\n  - \"a\\tb\"\n";
        assertThat(Reading.source(mapping(text).get("key").orElseThrow())).isEqualTo("'it''s'");
        Sequence list = mapping(text).sequence("list").orElseThrow();
        assertThat(list.items()).extracting(Reading::source).containsExactly("plain text", "\"a\\tb\"");
        assertThat(Reading.source(mapping(text).entry("list").orElseThrow().key()))
                .isEqualTo("list");
    }

    @Test
    void aBlockCollectionEndsWithItsLastChild() {
        String text = "a:\n  b: 1\n  c:\n    - x\n    - y\n\n# comment\nd: 2\n";
        assertThat(Reading.source(mapping(text).get("a").orElseThrow())).isEqualTo("b: 1\n  c:\n    - x\n    - y");
    }

    @Test
    void aFlowCollectionEndsWithItsBracket() {
        Mapping mapping = mapping("a: {b: [1, 2 ], c: { } }  # d\n");
        assertThat(Reading.source(mapping.get("a").orElseThrow())).isEqualTo("{b: [1, 2 ], c: { } }");
        assertThat(Reading.source(mapping.mapping("a").orElseThrow().get("b").orElseThrow()))
                .isEqualTo("[1, 2 ]");
    }

    @Test
    void aListNoDeeperThanItsKeyIsItsValue() {
        Node list = mapping("a:\n- 1\n- 2\nb: 3\n").get("a").orElseThrow();
        assertThat(Reading.source(list)).isEqualTo("- 1\n- 2");
    }

    @Test
    void blockScalarsAreTextsThatEndBeforeTheNextKey() {
        Scalar text = scalar("a: |\n  1\n  2\n\nb: 3\n", "a");
        assertThat(text).isEqualTo(Scalar.string("1\n2\n", text.origin()));
        assertThat(Reading.source(text)).isEqualTo("|\n  1\n  2");
    }

    @Test
    void placesCountCharactersNotCodePoints() {
        Mapping mapping = mapping("😀: 😀x\nb: [😀, y]\n");
        assertThat(Reading.source(mapping.get("😀").orElseThrow())).isEqualTo("😀x");
        assertThat(mapping.sequence("b").orElseThrow().items().get(1).span()).hasToString("file:2:8");
    }

    @Test
    void carriageReturnsBeforeLineFeedsAreNothing() {
        Mapping mapping = mapping("a: 1\r\nb:\r\n  - x\r\n");
        assertThat(mapping).hasToString("{a: 1, b: [\"x\"]}");
        assertThat(mapping.get("b").orElseThrow().span()).hasToString("file:3:3");
    }

    @Test
    void markersOfTheOneDocumentAreAllowed() {
        assertThat(mapping("%YAML 1.2\n---\na: 1\n...\n")).hasToString("{a: 1}");
    }

    private static Node read(String text) {
        return Reading.sound(YamlFormat.INSTANCE, text);
    }

    private static Mapping mapping(String text) {
        return Reading.mapping(YamlFormat.INSTANCE, text);
    }

    private static Scalar scalar(String text, String key) {
        return mapping(text).scalar(key).orElseThrow();
    }
}
