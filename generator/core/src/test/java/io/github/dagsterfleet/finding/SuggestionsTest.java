package io.github.dagsterfleet.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
    @Test
    void theNearestOfSeveralIsTheOnlyOne() {
        assertThat(Suggestions.only("volumes_mount", List.of("volumes", "volume_mounts")))
                .contains("volume_mounts");
    }

    @Test
    void twoThatAreAsNearAreNone() {
        assertThat(Suggestions.only("prodx", List.of("prod1", "prod2"))).isEmpty();
    }

    @Test
    void nothingIsNearNonsense() {
        assertThat(Suggestions.only("xyzzy", List.of("image", "build"))).isEmpty();
    }
}
