package io.github.dagsterfleet.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "äöü 漢字 😀", "a b\u00a0c", "\ue000"})
    void leavesWhatCanBeSeen(String text) {
        assertThat(VisibleText.of(text)).isSameAs(text);
        assertThat(VisibleText.isVisible(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "1b, \\u001b",
        "7f, \\u007f",
        "85, \\u0085",
        "9b, \\u009b",
        "ad, \\u00ad",
        "202e, \\u202e",
        "2028, \\u2028",
        "2066, \\u2066",
        "feff, \\ufeff",
        "ffff, \\uffff",
        "d800, \\ud800",
        "1fffe, \\U0001fffe",
        "fdd0, \\ufdd0"
    })
    void escapesWhatHides(String hex, String escape) {
        String hidden = Character.toString(Integer.parseInt(hex, 16));
        assertThat(VisibleText.of("a" + hidden + "b")).isEqualTo("a" + escape + "b");
    }

    @Test
    void escapesLineEndsAndTabs() {
        assertThat(VisibleText.of("a\r\n\tb")).isEqualTo("a\\r\\n\\tb");
    }
}
