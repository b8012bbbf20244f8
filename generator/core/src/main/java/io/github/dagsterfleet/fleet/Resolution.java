package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Outcome;
import java.util.List;
import java.util.Optional;

/** What became of one repo in one environment. */
public sealed interface Resolution {
    /** The facts, where they could be told. */
    default Optional<Target> target() {
        return Optional.empty();
    }

    /** The repo does not exist in the environment; nothing is generated there. */
    record Absent() implements Resolution {}

    /** The environment renders from releases, and no release of the repo has been promoted to it yet. */
    record NotReleased() implements Resolution {}

    /**
     * The release cannot be rendered, or not with what an overlay says now: the files stay as they are until there is one
     * that can.
     *
     * @param why errors for the former, warnings for the latter
     */
    record Waiting(List<Finding> why) implements Resolution {
        public Waiting {
            why = List.copyOf(why);
        }
    }

    /** A file that the target needs has errors, which are told elsewhere; what would follow from them is not told. */
    record Withheld() implements Resolution {}

    /** The facts, or everything that is wrong with them. */
    record Resolved(Outcome<Target> outcome) implements Resolution {
        @Override
        public Optional<Target> target() {
            return outcome.value();
        }
    }
}
