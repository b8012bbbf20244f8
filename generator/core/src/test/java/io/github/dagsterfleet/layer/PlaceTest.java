package io.github.dagsterfleet.layer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Keys as messages name them. */
class PlaceTest {
    @Test
    void whatIsSaidOfOneLocationIsNamedInFull() {
        Place place = Place.named("locations", "web").below("working_directory", Slot.BLANK);

        assertThat(place).hasToString("locations.web.working_directory");
    }

    @Test
    void nameWithADotIsQuoted() {
        assertThat(Place.named("projects", ".").below("pyproject", Slot.BLANK)).hasToString("projects.\".\".pyproject");
    }

    @Test
    void whatIsSaidOfEveryLocationHasNoPrefix() {
        assertThat(Place.ROOT.below("env", Slot.BLANK).below("X", Slot.BLANK)).hasToString("env.X");
    }
}
