package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.layer.Locks.Lock;
import io.github.dagsterfleet.schema.ExclusiveGroup;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.Optional;

/** {@code {$lock: patch, $reason: text}}: says what the patch says, and that no higher layer may change it. */
final class LockPatch extends Patch {
    private final Patch patch;
    private final Lock lock;

    LockPatch(Patch patch, Lock lock) {
        super(lock.span());
        this.patch = patch;
        this.lock = lock;
    }

    Patch patch() {
        return patch;
    }

    Lock lock() {
        return lock;
    }

    @Override
    Slot apply(Slot before, Place at, Pass pass) {
        int errors = pass.errors();
        Slot said = patch.apply(before, at.quiet(), pass);
        if (pass.errors() > errors) {
            return said;
        }
        Slot after = locked(said, pass.step(Verb.LOCKED, Scalar.string(lock.reason(), span())));
        boolean restated = at.cover().isPresent() || before.locks().here().isPresent();
        return restated ? pass.same(before, after, at, span()) : after;
    }

    private Slot locked(Slot said, Step step) {
        Locks locks = said.locks().locked(lock);
        if (said.value().isPresent()) {
            Node value = said.value().get();
            return said.with(value.withOrigin(Trace.of(value).touched(step))).with(locks);
        }
        return said.history()
                .map(gone -> said.without(gone.touched(step)))
                .orElse(said)
                .with(locks);
    }

    @Override
    Optional<Node> said() {
        return Optional.empty();
    }

    @Override
    boolean sets(ExclusiveGroup.Member member, int depth, Optional<Node> after) {
        return patch.sets(member, depth, after);
    }
}
