package io.github.dagsterfleet.syntax.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Reading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlFindingsTest {
    @Test
    void aDuplicateKeyNamesBothPlacesAndTheFirstValueStays() {
        Reading reading = read("a: 1\nb:\n  c: 1\n  'c': 2\na: 3\n");
        assertThat(reading.places()).containsExactly("syntax/duplicate-key 4:3, 3:3", "syntax/duplicate-key 5:1, 1:1");
        assertThat(reading.node().orElseThrow()).hasToString("{a: 1, b: {c: 1}}");
    }

    @Test
    void everyAnchorAliasAndMergeKeyIsFoundOnce() {
        Reading reading = read("a: &x {b: 1}\nc: *x\nd:\n  <<: *x\n&k e: &l\n  - &m 1\n");
        assertThat(reading.places())
                .containsExactly(
                        "syntax/anchor 1:4",
                        "syntax/anchor 2:4",
                        "syntax/anchor 4:3",
                        "syntax/anchor 5:1",
                        "syntax/anchor 5:7",
                        "syntax/anchor 6:5");
    }

    @Test
    void anAnchorOfAMappingIsNotThatOfItsFirstKey() {
        assertThat(read("a: &x\n  &y b: 1\n").places()).containsExactly("syntax/anchor 1:4", "syntax/anchor 2:3");
    }

    @Test
    void aQuotedMergeKeyIsAKey() {
        assertThat(read("'<<': 1").node().orElseThrow()).hasToString("{<<: 1}");
    }

    @Test
    void everyTagIsFound() {
        assertThat(read("a: !!str 1\nb: !local\n  c: 1\nd: ! x\n").places())
                .containsExactly("syntax/tag 1:4", "syntax/tag 2:4", "syntax/tag 4:4");
    }

    @Test
    void aSecondDocumentIsFoundAtItsMarker() {
        Reading reading = read("a: 1\n---\nb: 2\n");
        assertThat(reading.places()).containsExactly("syntax/second-document 2:1");
        assertThat(reading.node().orElseThrow()).hasToString("{a: 1}");
        assertThat(read("a: 1\n---\n").places()).containsExactly("syntax/second-document 2:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"? [a]\n: b\n", "{a: b}: c\n", "{{ x }}\n", "[a]: b\n"})
    void aMappingOrListIsNoKey(String text) {
        assertThat(read(text).findings()).singleElement().extracting("code").isEqualTo(FindingCode.SYNTAX_COMPLEX_KEY);
    }

    @Test
    void bracesOfATemplateLanguageAreShown() {
        assertThat(read("a: {{ x }}\n").places()).containsExactly("syntax/complex-key 1:5");
    }

    @Test
    void aTabIsFoundWhereItStands() {
        assertThat(read("a:\n\tb: 1\n").places()).containsExactly("syntax/tab 2:1");
        assertThat(read("a: x\n\tb: 1\n").places()).containsExactly("syntax/tab 2:1");
        assertThat(read("a:\n  \tb: 1\n").places()).containsExactly("syntax/tab 2:3");
    }

    @Test
    void aSyntaxErrorEndsTheFileButNotWhatWasFoundBefore() {
        Reading reading = read("a: 1\na: 2\nb: c: d\n");
        assertThat(reading.places()).containsExactly("syntax/duplicate-key 2:1, 1:1", "syntax/yaml 3:5");
        assertThat(reading.node()).isEmpty();
    }

    @Test
    void anOpenQuoteIsShownFromItsBeginning() {
        assertThat(read("a: 'x\nb: 1\n").places()).containsExactly("syntax/yaml 3:1, 1:4");
    }

    @Test
    void aTextThatNeedsQuotesIsShown() {
        Reading reading = read("a: @b\n");
        assertThat(reading.places()).containsExactly("syntax/yaml 1:4");
        assertThat(reading.findings().get(0).message()).isEqualTo("a plain text cannot begin with `@`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "# only a comment\n", "---\n", "   \n"})
    void aFileWithoutDataIsEmpty(String text) {
        assertThat(read(text).places()).containsExactly("syntax/empty-file");
        assertThat(read(text).node()).isEmpty();
    }

    @Test
    void everyForbiddenCharacterIsFound() {
        assertThat(read("a: \u0001\nb: x\u2028\nc: \u0085\n").places())
                .containsExactly("syntax/yaml 1:4", "syntax/yaml 2:5", "syntax/yaml 3:4");
    }

    @Test
    void halfACharacterIsFound() {
        assertThat(read("a: \"\\ud800\"\n").places()).containsExactly("syntax/yaml 1:4");
    }

    @Test
    void aHundredLevelsAreRead() {
        assertThat(read("[".repeat(100) + "]".repeat(100)).findings()).isEmpty();
        assertThat(read("[".repeat(101) + "]".repeat(101)).places()).containsExactly("syntax/too-deep 1:101");
        assertThat(read("[".repeat(5000)).places()).containsExactly("syntax/too-deep 1:101");
    }

    @Test
    void aMissingKeyIsFound() {
        assertThat(read("?\n: x\n").places()).containsExactly("syntax/complex-key 1:2");
        assertThat(read("{: x}\n").places()).containsExactly("syntax/yaml 1:2");
    }

    @Test
    void readingGoesOnBehindWhatTheDialectForbids() {
        Mapping mapping = (Mapping) read("a: !!int 1\nb: 2\n").node().orElseThrow();
        assertThat(mapping.keys()).containsExactly("a", "b");
    }

    private static Reading read(String text) {
        return Reading.of(YamlFormat.INSTANCE, text);
    }
}
