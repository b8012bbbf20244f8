package io.github.dagsterfleet.history;

import java.util.Random;

/** Somebody chooses another value in one or two places and commits that. */
final class EditStep implements Step {
    @Override
    public String take(World world, Random random) {
        Sources edited = edited(world.sources(), random);
        world.write(random.nextInt(4) == 0 ? edited(edited, random) : edited);
        world.settle();
        world.commit("Edit");
        return "edit to " + world.sources().chosen();
    }

    static Sources edited(Sources sources, Random random) {
        Knob knob = Step.any(Knob.ALL, random);
        String value = Step.any(knob.values(), random);
        boolean deletes = Knob.REPOS.contains(knob.name()) && sources.is(knob.name(), Knob.YES);
        return deletes ? sources : sources.with(knob.name(), value).sound();
    }
}
