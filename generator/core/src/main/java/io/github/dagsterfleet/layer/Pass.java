package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.layer.Locks.Lock;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.text.Span;
import java.util.Optional;

/** One part of one layer on its way through the tree: who speaks, what stood earlier, and what goes wrong. */
final class Pass {
    private final LayerName layer;
    private final Snapshots earlier;
    private final Findings findings;
    private final Observations observations;
    private final Patch part;

    Pass(LayerName layer, Snapshots earlier, Findings findings, Observations observations, Patch part) {
        this.layer = layer;
        this.earlier = earlier;
        this.findings = findings;
        this.observations = observations;
        this.part = part;
    }

    LayerName layer() {
        return layer;
    }

    /** The states after the layers below this one. */
    Snapshots earlier() {
        return earlier;
    }

    Step step(Verb verb, Span span) {
        return new Step(layer, span, verb, Optional.empty());
    }

    Step step(Verb verb, Node said) {
        return new Step(layer, said.span(), verb, Optional.of(said));
    }

    /** How many errors there are so far; two readings tell whether what lies between failed. */
    int errors() {
        return findings.errorCount();
    }

    /** An error leaves what stood. */
    Slot refuse(Slot before, Finding error) {
        findings.add(error);
        return before;
    }

    /** What stands after a change, unless a lock forbids it. */
    Slot change(Slot before, Slot after, Place at, Span by) {
        Optional<Lock> lock = at.lock(before);
        return lock.isPresent() ? refuse(before, Refusals.locked(at, by, lock.get())) : after;
    }

    /** What stands after a step that left the value as it was, which is worth a word if it does so everywhere. */
    Slot same(Slot before, Slot after, Place at, Span by) {
        if (!at.isQuiet()) {
            observations.unchanged(part, by, at, before);
        }
        return after;
    }

    /** One of the two above. */
    Slot settle(Slot before, Slot after, Place at, Span by) {
        boolean same = before.value().equals(after.value());
        return same ? same(before, after, at, by) : change(before, after, at, by);
    }
}
