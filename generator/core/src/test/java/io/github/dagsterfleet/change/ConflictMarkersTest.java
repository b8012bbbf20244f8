package io.github.dagsterfleet.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConflictMarkersTest {
    private static boolean in(String text) {
        return ConflictMarkers.in(text.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> branch\n",
                "x\n<<<<<<< HEAD\na\n||||||| base\n=======\nb\n>>>>>>> branch",
                "<<<<<<< HEAD\r\na\r\n=======\r\nb\r\n>>>>>>> branch\r\n"
            })
    void unfinishedMergeIsSeen(String text) {
        assertThat(in(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n>>>>>>> branch\n", "=======\n", "|||||||\r\n", "<<<<<<< HEAD"})
    void oneMarkerIsLeft(String text) {
        assertThat(ConflictMarkers.anyIn(text.getBytes(StandardCharsets.UTF_8))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " =======\n", "========\n", "a: <<<<<<< b\n"})
    void noMarkerIsLeft(String text) {
        assertThat(ConflictMarkers.anyIn(text.getBytes(StandardCharsets.UTF_8))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "=======\n",
                "<<<<<<< HEAD\na\n=======\n",
                "  <<<<<<< HEAD\na\n  =======\nb\n  >>>>>>> branch\n",
                ">>>>>>> branch\n=======\n<<<<<<< HEAD\n"
            })
    void otherTextIsNone(String text) {
        assertThat(in(text)).isFalse();
    }
}
