package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.source.git.CommitId;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What a repo builds with, on its way back. Its own file stays as it is: what shared files did to it is undone. */
final class BuildRollback {
    private final Rollback of;
    private final Subject.OfBuild subject;
    private final ReleaseFile file;
    private final BuildTargets here;
    private final Rollback.Wish wish;
    private final BackwardMove move;

    BuildRollback(Rollback of, Subject.OfBuild subject, ReleaseFile file, BuildTargets here, Rollback.Wish wish) {
        this.of = of;
        this.subject = subject;
        this.file = file;
        this.here = here;
        this.wish = wish;
        this.move = new BackwardMove(of, subject, wish);
    }

    WayBack plan(List<CommitId> notAfter) throws IOException {
        Optional<Pin> now = file.build();
        if (now.isEmpty()) {
            move.gates()
                    .add(Gate.refused(
                            Gate.Kind.ORDER, subject.words() + " follows the tree: no release of it was promoted yet"));
            return move.refused(now);
        }
        EarlierReleases earlier = new EarlierReleases(of.standing(), now.get());
        Optional<EarlierReleases.Found> found =
                earlier.find(wish.to(), notAfter, release -> Pin.NO_OVERLAY, move.gates());
        if (found.isEmpty()) {
            return move.gates().isEmpty() ? move.stays(now.get()) : move.refused(now);
        }
        return to(found.get(), now.get());
    }

    private WayBack to(EarlierReleases.Found found, Pin now) throws IOException {
        FormerRelease to = found.release();
        Findings why = new Findings();
        Optional<String> inputs = here.made(Candidate.asked(subject.releaseFile(), to.release()), why);
        if (inputs.isEmpty()) {
            move.gates().add(Gate.refused(Gate.Kind.FILES, Candidate.reason(why, subject, to.release())));
            return move.refused(Optional.of(now));
        }
        move.gates().add(move.inputs(to.release()));
        Pin back = now.back(to, found.older(), inputs.get(), Pin.NO_OVERLAY, of.tool(), move.hold(now));
        return WayBack.of(move.to(to, now, file.with(subject.environment(), back), Optional.empty(), List.of()));
    }
}
