package io.github.dagsterfleet.release;

import java.util.Optional;

/**
 * What has to have a release before a subject may: the nearest environment before that the subject is in or, of build-time
 * files, the ring before.
 *
 * @param gate whether a release can come from there
 * @param isOfOtherTool whether its files are those of another version of dagster-fleet, which nobody accepted as ours makes
 *     them
 * @param pin its release; empty where it renders from the tree, or has none yet
 * @param command what promotes to it; empty where there is no such stage
 */
record Stage(Gate gate, boolean isOfOtherTool, Optional<Pin> pin, Optional<String> command) {
    /** @param words that there is none, or why it is skipped */
    static Stage none(Gate words) {
        return new Stage(words, false, Optional.empty(), Optional.empty());
    }

    static Stage before(EnvironmentalMaterial material) {
        Stage before = none(Gate.passed(Gate.Kind.STAGE, "no environment comes before"));
        for (String name : material.pins().fleet().environments().keySet()) {
            if (name.equals(material.subject().environment())) {
                return before;
            }
            boolean promoted = material.pins().isPromoted(name);
            Optional<Pin> pin = promoted ? material.pin(name) : Optional.empty();
            if (pin.isPresent() || material.isIn(name)) {
                String command = "dagster-fleet promote " + material.subject().typed(name);
                before = promoted && pin.isEmpty()
                        ? without(material.subject().words() + " is not in `" + name + "` yet", command)
                        : of(
                                "`" + name + "`",
                                pin,
                                pin.flatMap(release -> material.otherTool(name, release))
                                        .isPresent(),
                                command);
            }
        }
        return before;
    }

    /** One from which nothing can come yet. */
    static Stage without(String why, String command) {
        return new Stage(Gate.refused(Gate.Kind.STAGE, why), false, Optional.empty(), Optional.of(command));
    }

    /**
     * @param words what it is called in a sentence
     * @param pin empty where it renders from the tree
     */
    static Stage of(String words, Optional<Pin> pin, boolean isOfOtherTool, String command) {
        if (isOfOtherTool) {
            return new Stage(
                    Gate.refused(Gate.Kind.STAGE, words + " has files that another version of dagster-fleet made"),
                    true,
                    pin,
                    Optional.of(command + " --same-release"));
        }
        return new Stage(
                Gate.passed(
                        Gate.Kind.STAGE,
                        words + " renders from "
                                + pin.map(release -> release.release().shown())
                                        .orElse("the tree, whose inputs are those of the release")),
                false,
                pin,
                Optional.of(command));
    }
}
