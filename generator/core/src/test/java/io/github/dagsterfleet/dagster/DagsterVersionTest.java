package io.github.dagsterfleet.dagster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DagsterVersionTest {
    private static DagsterVersion version(String text) {
        return DagsterVersion.of(text).orElseThrow();
    }

    @Test
    void aMinorVersionIsNewerThanAllItsReleases() {
        assertThat(version("1.12.99").isBefore(version("1.12"))).isTrue();
        assertThat(version("1.12").isBefore(version("1.13.0"))).isTrue();
    }

    @Test
    void numbersAreComparedAsNumbers() {
        assertThat(version("1.13.5").isBefore(version("1.13.25"))).isTrue();
        assertThat(version("1.13.25").isBefore(version("1.13.5"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.9", "1.", "1.x", "1.012", "2.0", "1.10.17", "1.13.27.1"})
    void whatIsNoKnownVersionIsEmpty(String text) {
        assertThat(DagsterVersion.of(text)).isEmpty();
    }
}
