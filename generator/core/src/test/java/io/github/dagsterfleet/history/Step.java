package io.github.dagsterfleet.history;

import java.util.List;
import java.util.Random;

/** Something that people do. Each kind is one class, listed in {@link PromotionHistoriesTest}. */
interface Step {
    /** Whether it can be done now. */
    default boolean fits(World world) {
        return true;
    }

    /**
     * Does it, and asserts what only it can tell; what holds after every step is asserted by {@link World#settle}.
     *
     * @return what was done, for whoever reads a failure
     */
    String take(World world, Random random);

    static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
