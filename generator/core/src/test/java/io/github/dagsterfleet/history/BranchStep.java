package io.github.dagsterfleet.history;

import java.util.Random;

/** Somebody begins a branch, or goes to another one. */
final class BranchStep implements Step {
    @Override
    public String take(World world, Random random) {
        if (!world.others().isEmpty() && random.nextBoolean()) {
            world.goTo(Step.any(world.others(), random));
            world.settle();
            return "go to " + world.branch();
        }
        String name = "branch-" + random.nextInt(1_000_000);
        if (!world.branch().equals(World.MAIN)) {
            world.goTo(World.MAIN);
        }
        world.begin(name);
        return "begin " + name;
    }
}
