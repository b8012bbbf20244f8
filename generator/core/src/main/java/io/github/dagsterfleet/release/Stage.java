package io.github.dagsterfleet.release;

import java.util.Optional;

/**
 * The nearest environment before another one that a subject is in.
 *
 * @param name empty where there is none
 * @param isPromoted whether it renders from releases
 * @param pin its release; empty where it renders from the tree, or has none yet
 */
record Stage(Optional<String> name, boolean isPromoted, Optional<Pin> pin) {
    /** Of a move that asks no environment before. */
    static final Stage NONE = new Stage(Optional.empty(), false, Optional.empty());

    static Stage before(Material material, Pins pins) {
        Stage before = NONE;
        for (String name : pins.fleet().environments().keySet()) {
            if (name.equals(material.subject().environment())) {
                return before;
            }
            boolean promoted = pins.isPromoted(name);
            Optional<Pin> pin = promoted ? material.pin(name) : Optional.empty();
            if (pin.isPresent() || material.isIn(name)) {
                before = new Stage(Optional.of(name), promoted, pin);
            }
        }
        return before;
    }

    /** Whether the subject is still to come there. */
    boolean isEmpty() {
        return isPromoted && pin.isEmpty();
    }

    /** The command that takes a later release there, as the one behind it has after a hotfix. */
    Optional<String> catchingUp(Subject subject) {
        return name.map(before -> "dagster-fleet promote " + subject.typed(before));
    }

    /** Whether its files are those of another version of dagster-fleet, which nobody accepted as ours makes them. */
    boolean isOfOtherTool(Material material) {
        return pin.flatMap(release -> material.otherTool(name.orElseThrow(), release))
                .isPresent();
    }

    /** The command that does, which comes first then. */
    String accepting(Subject subject) {
        return "dagster-fleet promote " + subject.typed(name.orElseThrow()) + " --same-release";
    }

    Gate ofOtherTool() {
        return Gate.refused(
                Gate.Kind.STAGE, "`" + name.orElseThrow() + "` has files that another version of dagster-fleet made");
    }
}
