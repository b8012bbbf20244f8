package io.github.dagsterfleet.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SpanTest {
    private final SourceText text = new SourceText(new SourcePath("a.yaml"), "key: value\nother: 😀x\n");

    @Test
    void knowsItsPlaceAndContent() {
        Span span = text.span(18, 21);
        assertThat(span).hasToString("a.yaml:2:8");
        assertThat(span.content()).isEqualTo("😀x");
        assertThat(span.endLine()).isEqualTo(2);
        assertThat(span.endColumn()).isEqualTo(10);
    }

    @Test
    void staysInsideOfItsText() {
        assertThatIllegalArgumentException().isThrownBy(() -> text.span(3, 99));
        assertThatIllegalArgumentException().isThrownBy(() -> text.span(4, 3));
    }

    @Test
    void isEqualInTwoReadingsOfOneFile() {
        SourceText again = new SourceText(new SourcePath("a.yaml"), text.content());
        assertThat(again.span(0, 3)).isEqualTo(text.span(0, 3)).hasSameHashCodeAs(text.span(0, 3));
        assertThat(again.span(0, 4)).isNotEqualTo(text.span(0, 3));
    }

    @Test
    void sortsByFileThenPlace() {
        SourceText later = new SourceText(new SourcePath("b.yaml"), "x");
        assertThat(text.span(5, 6)).isLessThan(later.span(0, 1)).isGreaterThan(text.span(4, 9));
    }

    @Test
    void reachesToAnother() {
        assertThat(text.span(0, 3).to(text.span(5, 10)).content()).isEqualTo("key: value");
    }
}
