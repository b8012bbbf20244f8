package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.fleet.Target;
import java.util.List;

/** What the build-time files of a repo are made from: the repo as it is now, under what repos share in a release. */
public sealed interface BuildSource {
    /** What environments that render from the tree are made from. */
    record OfTree() implements BuildSource {}

    /**
     * Targets of its own: those of a release, or of a tree that no environment renders from.
     *
     * @param targets the repo in each environment that renders from the tree, in promotion order, or in the first
     *     environment where none does; at least one
     */
    record OfTargets(List<Target> targets) implements BuildSource {
        public OfTargets {
            targets = List.copyOf(targets);
        }
    }

    /**
     * The release cannot be rendered, or not with what repo.yaml says now: the files stay as they are.
     *
     * @param why errors for the former, warnings for the latter
     */
    record Waiting(List<Finding> why) implements BuildSource {
        public Waiting {
            why = List.copyOf(why);
        }
    }

    /** None where the tree or nothing is rendered. */
    default List<Target> targets() {
        return this instanceof OfTargets of ? of.targets : List.of();
    }

    /** Why files stay as they are, if they do. */
    default List<Finding> why() {
        return this instanceof Waiting waiting ? waiting.why : List.of();
    }
}
