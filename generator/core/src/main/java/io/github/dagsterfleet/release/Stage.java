package io.github.dagsterfleet.release;

import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.Resolution;
import java.util.Optional;

/**
 * The nearest environment before another one that a repo is in.
 *
 * @param name empty where there is none
 * @param isPromoted whether it renders from releases
 * @param pin its release; empty where it renders from the tree, or has none yet
 */
record Stage(Optional<String> name, boolean isPromoted, Optional<Pin> pin) {
    /** Of a move that asks no environment before. */
    static final Stage NONE = new Stage(Optional.empty(), false, Optional.empty());

    static Stage before(String environment, Promotion of, RepoSource repo, ReleaseFile file) {
        Stage before = NONE;
        for (String name : of.pins().fleet().environments().keySet()) {
            if (name.equals(environment)) {
                return before;
            }
            boolean promoted = of.pins().isPromoted(name);
            Optional<Pin> pin = promoted ? file.pin(name) : Optional.empty();
            if (pin.isPresent() || !(of.tree().resolve(repo, name) instanceof Resolution.Absent)) {
                before = new Stage(Optional.of(name), promoted, pin);
            }
        }
        return before;
    }

    /** Whether the repo is still to come there. */
    boolean isEmpty() {
        return isPromoted && pin.isEmpty();
    }

    /** Whether its files are those of another version of dagster-fleet, which nobody accepted as ours makes them. */
    boolean isOfOtherTool(Promotion of, String repo) {
        return pin.isPresent() && of.isOfOtherTool(repo, name.orElseThrow(), pin.get());
    }

    /** The command that does, which comes first then. */
    String accepting(String repo) {
        return "dagster-fleet promote " + repo + " " + name.orElseThrow() + " --same-release";
    }

    Gate ofOtherTool() {
        return Gate.refused(
                Gate.Kind.STAGE, "`" + name.orElseThrow() + "` has files that another version of dagster-fleet made");
    }
}
