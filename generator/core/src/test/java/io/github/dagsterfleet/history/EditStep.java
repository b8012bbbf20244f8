package io.github.dagsterfleet.history;

import java.util.Random;

/** Somebody chooses another value in one or two places and commits that. */
final class EditStep implements Step {
    @Override
    public String take(World world, Random random) {
        more(world, random);
        return "edit to " + world.sources().chosen();
    }

    static void more(World world, Random random) {
        Sources edited = edited(world, world.sources(), random);
        world.write(random.nextInt(4) == 0 ? edited(world, edited, random) : edited);
        world.settle();
        world.commit("Edit");
    }

    private static Sources edited(World world, Sources sources, Random random) {
        Knob knob = Step.any(Knob.ALL, random);
        String value = Step.any(knob.values(), random);
        boolean deletes = Knob.REPOS.contains(knob.name()) && sources.is(knob.name(), Knob.YES);
        return deletes ? sources : sources.with(knob.name(), value).sound(place -> hasExtra(world, place));
    }

    /** Whether the release of a place has the location that not every repo.yaml declares. */
    private static boolean hasExtra(World world, Place place) {
        return world.pin(place)
                .filter(pinned -> world.commits().get(pinned.commit()).sources().is(place.repo() + ".extra", Knob.YES))
                .isPresent();
    }
}
