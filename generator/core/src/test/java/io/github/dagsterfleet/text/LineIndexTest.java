package io.github.dagsterfleet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LineIndexTest {
    @Test
    void everyKindOfLineEndEndsALine() {
        LineIndex lines = new LineIndex("a\nbb\r\nccc\rd");
        assertThat(lines.lineCount()).isEqualTo(4);
        assertThat(lines.start(3)).isEqualTo(6);
        assertThat(lines.end(2)).isEqualTo(4);
        assertThat(lines.end(4)).isEqualTo(11);
    }

    @Test
    void theEmptyTextHasOneLine() {
        LineIndex lines = new LineIndex("");
        assertThat(lines.lineCount()).isEqualTo(1);
        assertThat(lines.line(0)).isEqualTo(1);
        assertThat(lines.column(0)).isEqualTo(1);
    }

    @Test
    void columnsCountCodePoints() {
        LineIndex lines = new LineIndex("x\n😀😀y");
        assertThat(lines.column(6)).isEqualTo(3);
        assertThat(lines.offset(2, 3)).isEqualTo(6);
        assertThat(lines.offsetOfCodePoint(4)).isEqualTo(6);
    }

    @Test
    void aColumnBehindTheLineIsTheLinesEnd() {
        assertThat(new LineIndex("ab\ncd").offset(1, 99)).isEqualTo(2);
        assertThat(new LineIndex("😀\ncd").offset(1, 99)).isEqualTo(2);
    }

    @RepeatedTest(200)
    void aPlaceLeadsBackToItsOffset(RepetitionInfo run) {
        Random random = new Random(run.getCurrentRepetition());
        String[] pieces = {"a", "é", "😀", "\n", "\r\n", "\r", "\t"};
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        LineIndex lines = new LineIndex(text.toString());
        for (int offset = 0; offset <= text.length(); offset++) {
            boolean inside = offset <= lines.end(lines.line(offset))
                    && !(offset < text.length() && Character.isLowSurrogate(text.charAt(offset)));
            if (inside) {
                assertThat(lines.offset(lines.line(offset), lines.column(offset)))
                        .as(
                                "seed %d, offset %d of %s",
                                run.getCurrentRepetition(), offset, VisibleText.of(text.toString()))
                        .isEqualTo(offset);
            }
        }
    }
}
