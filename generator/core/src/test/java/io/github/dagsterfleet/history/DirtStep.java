package io.github.dagsterfleet.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.MoveReport;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Somebody promotes what he changed and did not commit, is refused, and takes the change back. */
final class DirtStep implements Step {
    @Override
    public String take(World world, Random random) {
        Sources before = world.sources();
        Place place = new Place(Step.any(Knob.REPOS.subList(0, 2), random), Step.any(Knob.PROMOTED, random));
        String knob = random.nextBoolean() ? place.environment() : place.repo() + "." + place.environment();
        world.write(before.with(knob, before.is(knob, "2") ? "1" : "2"));
        Map<String, String> files = world.disk().below("repos");
        MoveReport report = PromoteStep.promote(world, List.of(place.repo()), place.environment(), Optional.of("now"));
        assertThat(report.isRefused()).as(report.moves().toString()).isTrue();
        assertThat(world.disk().below("repos")).isEqualTo(files);
        world.write(before);
        return "promote to " + place + " with " + knob + " not committed";
    }
}
