package io.github.dagsterfleet.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.MoveReport;
import io.github.dagsterfleet.ReleasedRepos;
import io.github.dagsterfleet.RollbackRequest;
import io.github.dagsterfleet.release.OverlayChoice;
import io.github.dagsterfleet.release.Rollback;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;

/** Somebody changes something, promotes it, perhaps changes the overlay, and takes all of that back: back is back. */
final class RollBackStep implements Step {
    @Override
    public boolean fits(World world) {
        return World.places().stream().anyMatch(place -> isReady(world, place));
    }

    private static boolean isReady(World world, Place place) {
        return world.pin(place).isPresent() && world.isRendered(place);
    }

    @Override
    public String take(World world, Random random) {
        Place place = Step.any(
                World.places().stream().filter(one -> isReady(world, one)).toList(), random);
        Pinned before = world.pin(place).orElseThrow();
        String overlay = world.sources().overlay(place);
        SortedMap<String, String> files = world.files(place);
        change(world, place.repo() + ".own", world.sources().is(place.repo() + ".own", "1") ? "2" : "1");
        String done = PromoteStep.hotfix(world, place);
        if (world.pin(place).orElseThrow().equals(before)) {
            return done + ", nothing to take back";
        }
        if (random.nextBoolean()) {
            change(world, place.overlay(), world.sources().overlay(place).equals("1") ? "2" : "1");
        }
        MoveReport report = back(world, place);
        assertThat(report.exitCode())
                .as(done + ", then back: " + report.moves())
                .isZero();
        world.expect(world.sources().with(place.overlay(), overlay));
        world.pin(place, new Pinned(before.commit(), before.inputs(), overlay, true));
        world.settle();
        assertThat(world.files(place)).as("back is back").isEqualTo(files);
        world.commit("Roll back");
        return done + ", and back";
    }

    private static MoveReport back(World world, Place place) {
        Rollback.Wish wish =
                new Rollback.Wish(Optional.empty(), Optional.of(OverlayChoice.RESTORE), true, Optional.empty());
        ReleasedRepos which =
                new ReleasedRepos(List.of(place.repo()), Optional.empty(), Optional.empty(), place.environment());
        return world.fleet().rollBack(new RollbackRequest(which, List.of(), wish, false));
    }

    private static void change(World world, String knob, String value) {
        world.write(world.sources().with(knob, value));
        world.settle();
        world.commit("Change " + knob);
    }
}
