package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.finding.Names;
import java.util.List;

/** Several repos in a message. */
final class Repos {
    private static final int NAMED = 3;

    private Repos() {}

    /** {@code 2 other repos}. */
    static String others(int number) {
        return number + (number == 1 ? " other repo" : " other repos");
    }

    /** {@code `a` and `b`}; of many, the first ones and the number of the others. */
    static String named(List<String> repos) {
        if (repos.size() <= NAMED) {
            return Names.all(repos);
        }
        return "`" + String.join("`, `", repos.subList(0, NAMED - 1)) + "` and " + others(repos.size() - NAMED + 1);
    }
}
