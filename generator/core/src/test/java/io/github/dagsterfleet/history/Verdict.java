package io.github.dagsterfleet.history;

import io.github.dagsterfleet.release.Gate;
import java.util.Optional;

/**
 * What should come of a promotion.
 *
 * @param refused the gate that says no
 * @param next what is pinned then; empty where nothing is to be done, too
 */
record Verdict(Place place, Optional<Gate.Kind> refused, Optional<Pinned> next) {
    /** Of a tree in which everything is generated and committed. */
    static Verdict of(World world, Place place, boolean hotfix) {
        Optional<Pinned> now = world.pin(place);
        Optional<Place> stage = hotfix ? Optional.empty() : stage(world, place);
        if (stage.isPresent() && world.pin(stage.get()).isEmpty()) {
            return refused(place, Gate.Kind.STAGE);
        }
        String next = stage.flatMap(world::pin).map(Pinned::commit).orElseGet(() -> world.commits()
                .mergeBase(world.head(), world.tip(World.MAIN)));
        Sources release = world.commits().get(next).sources();
        if (!release.isIn(place)
                || TreeRendering.of(world.sources().over(release, place), place).isEmpty()) {
            return refused(place, Gate.Kind.FILES);
        }
        String inputs = release.inputs(place.repo());
        boolean ofTree = stage.isEmpty();
        boolean changed = !world.sources().isIn(place)
                || !world.sources().inputs(place.repo()).equals(inputs);
        if (ofTree && changed) {
            return refused(place, Gate.Kind.INPUTS);
        }
        if (now.filter(pinned -> pinned.inputs().equals(inputs)).isPresent()) {
            return new Verdict(place, Optional.empty(), Optional.empty());
        }
        if (now.filter(Pinned::held).isPresent()) {
            return refused(place, Gate.Kind.HOLD);
        }
        boolean back = now.filter(pinned ->
                        !pinned.commit().equals(next) && world.commits().isAncestor(next, pinned.commit()))
                .isPresent();
        return back
                ? refused(place, Gate.Kind.ORDER)
                : new Verdict(
                        place,
                        Optional.empty(),
                        Optional.of(new Pinned(next, inputs, world.sources().overlay(place), false)));
    }

    private static Verdict refused(Place place, Gate.Kind kind) {
        return new Verdict(place, Optional.of(kind), Optional.empty());
    }

    /** The promoted environment from which the release comes; empty where it comes from the tree. */
    private static Optional<Place> stage(World world, Place place) {
        Place staging = new Place(place.repo(), "staging");
        boolean isThere = world.pin(staging).isPresent() || world.sources().isIn(staging);
        return place.environment().equals("prod") && isThere ? Optional.of(staging) : Optional.empty();
    }
}
