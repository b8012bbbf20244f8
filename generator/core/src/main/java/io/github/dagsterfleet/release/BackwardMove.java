package io.github.dagsterfleet.release;

import io.github.dagsterfleet.source.git.CommitId;
import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A subject on its way back, whatever it is: the gates so far, and what becomes of it. */
final class BackwardMove {
    private final Rollback of;
    private final Subject subject;
    private final Rollback.Wish wish;
    private final List<Gate> gates = new ArrayList<>();

    BackwardMove(Rollback of, Subject subject, Rollback.Wish wish) {
        this.of = of;
        this.subject = subject;
        this.wish = wish;
    }

    List<Gate> gates() {
        return gates;
    }

    Gate inputs(CommitId to) throws IOException {
        List<SourcePath> changed = of.standing().uncommitted(subject.live());
        if (!changed.isEmpty()) {
            return Gate.uncommitted(changed);
        }
        return of.standing().isMerged(to)
                ? Gate.passed(Gate.Kind.INPUTS, "every input is committed")
                : Gate.refused(Gate.Kind.INPUTS, to.shown() + " is no commit of the default branch");
    }

    /** What keeps the next promotion from bringing the same release back. */
    Hold hold(Pin now) {
        Hold hold = wish.reason()
                .map(reason -> new Hold(reason, Optional.empty()))
                .or(() -> now.hold().filter(held -> held.isOn(of.today())))
                .orElseGet(() -> new Hold("rolled back from " + now.release().shown(), Optional.empty()));
        gates.add(Gate.passed(Gate.Kind.HOLD, "is set, so that nothing is promoted: " + hold.reason()));
        return hold;
    }

    WayBack refused(Optional<Pin> now) {
        return refused(now, Optional.empty());
    }

    /** @param instead the right command */
    WayBack refused(Optional<Pin> now, Optional<String> instead) {
        return WayBack.of(Move.refused(subject, now.map(Pin::release), Optional.empty(), gates, instead));
    }

    WayBack stays(Pin now) throws IOException {
        return WayBack.of(
                Move.done(subject, Optional.of(now.release()), of.standing().describe(now.release())));
    }

    /**
     * @param file the release file after it
     * @param gone the locations that it takes out
     */
    Move to(FormerRelease to, Pin now, ReleaseFile file, Optional<RestoredOverlay> overlay, List<String> gone)
            throws IOException {
        return new Move(
                subject,
                Optional.of(now.release()),
                of.standing().describe(to.release()),
                Optional.of(file),
                overlay,
                gone,
                gates,
                Optional.empty());
    }
}
