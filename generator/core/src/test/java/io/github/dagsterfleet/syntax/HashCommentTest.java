package io.github.dagsterfleet.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HashCommentTest {
    @Test
    void everyLineStandsBehindItsOwnHash() {
        assertThat(HashComment.lines("one\n\ntwo", 3)).isEqualTo("# one\n  #\n  # two");
    }

    @Test
    void nothingBreaksOut() {
        assertThat(HashComment.lines("a\rb\u2028c\u0085d", 1)).isEqualTo("# a\\rb\\u2028c\\u0085d");
    }
}
