package io.github.dagsterfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressLineTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long now;

    private ProgressLine line(boolean shown) {
        return new ProgressLine(new PrintStream(bytes, true, StandardCharsets.UTF_8), shown, () -> now);
    }

    private String drawn() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aShortRunShowsNothing() {
        try (ProgressLine line = line(true)) {
            now = 900_000_000L;
            line.at("reading repos", 1, 2);
        }
        assertThat(drawn()).isEmpty();
    }

    @Test
    void aLongRunIsOneLineThatGoesAway() {
        try (ProgressLine line = line(true)) {
            now = 1_500_000_000L;
            line.at("reading repos", 1, 3);
            line.at("reading repos", 2, 3);
            now = 1_700_000_000L;
            line.at("reading repos", 3, 3);
        }
        assertThat(drawn()).isEqualTo("\r\u001b[Kreading repos: 1 of 3\r\u001b[Kreading repos: 3 of 3\r\u001b[K");
    }

    @Test
    void aPipeShowsNothing() {
        try (ProgressLine line = line(false)) {
            now = 5_000_000_000L;
            line.at("reading repos", 1, 2);
        }
        assertThat(drawn()).isEmpty();
    }
}
