package io.github.dagsterfleet.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Somebody merges a branch into the default branch, as a merge or squashed into one commit. Where both sides changed one
 * line of the sources, or one repo's release.yaml, he takes one side; what is generated he leaves to {@code generate}.
 */
final class MergeStep implements Step {
    @Override
    public boolean fits(World world) {
        return !world.branch().equals(World.MAIN) || !world.others().isEmpty();
    }

    @Override
    public String take(World world, Random random) {
        String name = world.branch().equals(World.MAIN) ? Step.any(world.others(), random) : world.branch();
        if (!world.branch().equals(World.MAIN)) {
            world.goTo(World.MAIN);
        }
        Snapshot ours = world.commits().get(world.head());
        Snapshot theirs = world.commits().get(world.tip(name));
        Snapshot base = world.commits().get(world.commits().mergeBase(world.head(), world.tip(name)));
        boolean squashed = random.nextBoolean();
        List<String> parents = squashed ? List.of(world.head()) : List.of(world.head(), world.tip(name));
        boolean news = !world.commits().isAncestor(world.tip(name), world.head());
        if (squashed) {
            world.git().tried("merge", "--quiet", "--squash", name);
        } else {
            world.git().tried("merge", "--quiet", "--no-ff", "--no-commit", name);
        }
        Sources merged = Sources.merged(base.sources(), ours.sources(), theirs.sources(), random);
        world.disk().replace(theirs.sources().files(true), Map.of());
        world.write(merged);
        world.disk().replace(Map.of(), merged.files(true));
        Map<Place, Pinned> pins = new TreeMap<>(ours.pins());
        for (String repo : Knob.REPOS) {
            if (takes(repo, base, ours, theirs, world, random)) {
                pins.keySet().removeIf(place -> place.repo().equals(repo));
                theirs.pins().forEach((place, pinned) -> {
                    if (place.repo().equals(repo)) {
                        pins.put(place, pinned);
                    }
                });
            }
        }
        world.pins(pins);
        world.settle();
        world.commit("Merge", news ? parents : List.of(world.head()));
        world.forget(name);
        return (squashed ? "squash " : "merge ") + name + " to "
                + world.sources().chosen() + " with " + pins.keySet();
    }

    /** Whether the other side's release.yaml is taken; git has done so already when only that side changed it. */
    private static boolean takes(
            String repo, Snapshot base, Snapshot ours, Snapshot theirs, World world, Random random) {
        String before = text(repo, base);
        String mine = text(repo, ours);
        String yours = text(repo, theirs);
        boolean both = !mine.equals(before) && !yours.equals(before) && !mine.equals(yours);
        boolean take = both ? random.nextBoolean() : !yours.equals(before);
        String path = World.releaseFile(repo);
        Map<String, String> wanted = new HashMap<>();
        if (!(take ? yours : mine).isEmpty()) {
            wanted.put(path, take ? yours : mine);
        }
        if (both) {
            world.disk().replace(Map.of(), wanted);
        }
        assertThat(world.disk().read(path)).isEqualTo(take ? yours : mine);
        return take;
    }

    private static String text(String repo, Snapshot snapshot) {
        return snapshot.releases().getOrDefault(repo, "");
    }
}
