package io.github.dagsterfleet.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.ReleasedRepos;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.release.Hold;
import io.github.dagsterfleet.release.PinEdit;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Somebody asks to wait, lifts that, or records an image: nothing generated changes. */
final class HoldStep implements Step {
    private static final String IMAGE = "1@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    @Override
    public String take(World world, Random random) {
        List<Place> pinned = World.places().stream()
                .filter(place -> world.pin(place).isPresent())
                .toList();
        Place place = pinned.isEmpty() || random.nextInt(8) == 0
                ? new Place(Step.any(Knob.REPOS.subList(0, 2), random), Step.any(Knob.PROMOTED, random))
                : Step.any(pinned, random);
        int kind = random.nextInt(4);
        PinEdit edit =
                switch (kind) {
                    case 0 -> new PinEdit.Holding(new Hold("incident", Optional.of(World.TODAY)));
                    case 1 -> new PinEdit.Lifting();
                    case 2 -> new PinEdit.Holding(new Hold("over", Optional.of(World.TODAY.minusDays(1))));
                    default -> new PinEdit.Deployed(IMAGE);
                };
        Outcome<List<String>> recorded = world.fleet()
                .record(
                        new ReleasedRepos(
                                List.of(place.repo()), Optional.empty(), Optional.empty(), place.environment()),
                        edit);
        assertThat(recorded.value().isPresent()).isEqualTo(world.pin(place).isPresent());
        world.pin(place).ifPresent(pin -> {
            world.pin(place, kind == 3 ? pin : pin.held(kind == 0));
            world.settle();
            world.commit("Record");
            EditStep.more(world, random);
        });
        String done = "record " + edit + " for " + place;
        return world.pin(place).filter(Pinned::held).isPresent()
                ? done + ", " + PromoteStep.attempt(world, List.of(place.repo()), place.environment(), random)
                : done;
    }
}
