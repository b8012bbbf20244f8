package io.github.dagsterfleet.history;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever people do, what an environment renders from a release changes by a promotion of that repo or by what is live
 * there, and by nothing else. More histories than the build has time for:
 * {@code mvn -pl generator/core -am test -Dtest=PromotionHistoriesTest -Dhistories.count=5000}; one alone:
 * {@code -Dhistories.first=4711 -Dhistories.count=1}.
 */
class PromotionHistoriesTest {
    private static final long FIRST = Long.getLong("histories.first", 0);
    private static final int COUNT = Integer.getInteger("histories.count", 30);
    private static final int STEPS = 8;

    private static final List<Step> KINDS = List.of(
            new EditStep(),
            new EditStep(),
            new EditStep(),
            new PromoteStep(),
            new PromoteStep(),
            new PromoteStep(),
            new RollBackStep(),
            new DirtStep(),
            new HoldStep(),
            new BranchStep(),
            new MergeStep());

    @TempDir
    private Path folder;

    @Test
    void whatIsPromotedChangesByPromotionOrByWhatIsLive() {
        World start = World.start(folder.resolve("start"));
        for (long seed = FIRST; seed < FIRST + COUNT; seed++) {
            Path place = folder.resolve("history");
            history(seed, start.copy(place));
            new Disk(place).delete();
        }
    }

    private static void history(long seed, World world) {
        List<String> done = new ArrayList<>();
        Random random = new Random(seed);
        try {
            while (done.size() < STEPS) {
                Step step = Step.any(KINDS, random);
                if (step.fits(world)) {
                    done.add(step.getClass().getSimpleName());
                    done.set(done.size() - 1, step.take(world, random));
                }
            }
        } catch (AssertionError | RuntimeException wrong) {
            throw new AssertionError(
                    "-Dhistories.first=" + seed + " -Dhistories.count=1\n" + String.join("\n", done), wrong);
        }
    }
}
