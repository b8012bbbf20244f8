package io.github.dagsterfleet.release;

import io.github.dagsterfleet.source.git.Commit;
import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A subject in one environment whose release stays, and whose files this version of dagster-fleet makes from now on. */
final class SameRelease {
    private final Promotion of;
    private final Material material;
    private final Subject subject;
    private final Optional<Hold> everything;
    private final Optional<Pin> now;

    /** @param everything why nothing at all may be promoted to the environment */
    SameRelease(Promotion of, Material material, Optional<Hold> everything) {
        this.of = of;
        this.material = material;
        this.subject = material.subject();
        this.everything = everything;
        this.now = material.pin(subject.environment());
    }

    Move move() throws IOException {
        if (now.isEmpty()) {
            return Move.done(subject, Optional.empty(), Optional.empty());
        }
        Pin pin = now.get();
        Optional<Commit> described = of.standing().describe(pin.release());
        Optional<String> other = material.otherTool(subject.environment(), pin);
        if (other.isEmpty()) {
            return Move.done(subject, now.map(Pin::release), described);
        }
        Stage before = material.before();
        if (before.isOfOtherTool()) {
            return refused(described, List.of(before.gate()), before.command());
        }
        List<Gate> gates = gates(pin, other.get());
        return gates.stream().anyMatch(Gate::isRefused)
                ? refused(described, gates, Optional.empty())
                : new Move(
                        subject,
                        now.map(Pin::release),
                        described,
                        Optional.of(
                                material.file().with(subject.environment(), pin.madeBy(of.tool(), material.live()))),
                        Optional.empty(),
                        List.of(),
                        gates,
                        Optional.empty());
    }

    private List<Gate> gates(Pin pin, String other) throws IOException {
        List<Gate> gates = new ArrayList<>();
        gates.add(Gate.passed(
                Gate.Kind.STAGE, "nothing that comes before has files that another version of dagster-fleet made"));
        gates.add(Gate.passed(Gate.Kind.ORDER, "the same release, rendered by " + of.tool() + " instead of " + other));
        gates.add(Gate.onHold(subject.environment(), everything, pin.hold(), of.today()));
        List<SourcePath> changed = of.standing().uncommitted(subject.live());
        gates.add(
                changed.isEmpty()
                        ? Gate.passed(Gate.Kind.INPUTS, "every input is committed")
                        : Gate.uncommitted(changed));
        gates.add(Gate.passed(Gate.Kind.IMAGE, "the same release keeps its image"));
        return gates;
    }

    private Move refused(Optional<Commit> described, List<Gate> gates, Optional<String> instead) {
        return Move.refused(subject, now.map(Pin::release), described, gates, instead);
    }
}
