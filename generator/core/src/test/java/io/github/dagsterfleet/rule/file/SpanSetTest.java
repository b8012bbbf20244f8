package io.github.dagsterfleet.rule.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import org.junit.jupiter.api.Test;

class SpanSetTest {
    private static final SourceText TEXT = new SourceText(new SourcePath("a"), "0123456789");

    private static Span span(int start, int end) {
        return new Span(TEXT, start, end);
    }

    @Test
    void whatLiesInASpanIsHeld() {
        SpanSet spans = new SpanSet();
        spans.add(span(2, 5));

        assertThat(spans.hold(span(2, 5))).isTrue();
        assertThat(spans.hold(span(3, 4))).isTrue();
        assertThat(spans.hold(span(4, 6))).isFalse();
        assertThat(spans.hold(span(0, 1))).isFalse();
    }

    @Test
    void aSpanTakesThePlaceOfThoseInIt() {
        SpanSet spans = new SpanSet();
        spans.add(span(3, 4));
        spans.add(span(2, 8));
        spans.add(span(5, 6));

        assertThat(spans.hold(span(7, 8))).isTrue();
    }
}
