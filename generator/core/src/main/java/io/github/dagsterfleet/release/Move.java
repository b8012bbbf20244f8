package io.github.dagsterfleet.release;

import io.github.dagsterfleet.secret.Redaction;
import io.github.dagsterfleet.source.git.Commit;
import io.github.dagsterfleet.source.git.CommitId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A repo, or what an environment has that is no repo's, on its way to another release in one environment.
 *
 * @param from what it renders from now; empty where nothing was promoted yet
 * @param to what it is to render from; empty where that could not be told
 * @param file the release file after the move; empty where there is nothing to do, or nothing may be done
 * @param overlay what becomes of the overlay; empty where it stays as it is
 * @param gone the locations that it has in the environment now, and not after the move
 * @param gates in the order of their kinds
 * @param instead the right command where this was the wrong one
 */
public record Move(
        Subject subject,
        Optional<CommitId> from,
        Optional<Commit> to,
        Optional<ReleaseFile> file,
        Optional<RestoredOverlay> overlay,
        List<String> gone,
        List<Gate> gates,
        Optional<String> instead) {
    public Move {
        gone = List.copyOf(gone);
        gates = gates.stream().sorted(Comparator.comparing(Gate::kind)).toList();
    }

    /** There is nothing to do. */
    static Move done(Subject subject, Optional<CommitId> from, Optional<Commit> to) {
        return new Move(subject, from, to, Optional.empty(), Optional.empty(), List.of(), List.of(), Optional.empty());
    }

    /** Nothing may be done, as one of the gates says. */
    static Move refused(
            Subject subject, Optional<CommitId> from, Optional<Commit> to, List<Gate> gates, Optional<String> instead) {
        return new Move(subject, from, to, Optional.empty(), Optional.empty(), List.of(), gates, instead);
    }

    /** The repo; what an environment has that is no repo's goes by another name. */
    public String name() {
        return subject.name();
    }

    public String environment() {
        return subject.environment();
    }

    /** Whether a gate refuses it. */
    public boolean isRefused() {
        return gates.stream().anyMatch(Gate::isRefused);
    }

    /** Whether a gate of this kind refuses it. */
    public boolean isRefusedBy(Gate.Kind kind) {
        return gates.stream().anyMatch(gate -> gate.kind() == kind && gate.isRefused());
    }

    /** Whether the environment renders from this very release already, or from one that makes the same. */
    public boolean isDone() {
        return file.isEmpty() && !isRefused();
    }

    /** Whether something goes, and nothing comes in its place. */
    public boolean isLeaving() {
        return file.isPresent() && to.isEmpty();
    }

    /** What ran, or is to run, with the release that it moves to. */
    public Optional<String> image() {
        return file.flatMap(after -> after.pin(environment())).flatMap(Pin::image);
    }

    /** The same without any secret, for whoever prints it. */
    public Move redacted(Redaction redaction) {
        return new Move(
                subject,
                from,
                to.map(commit -> new Commit(commit.id(), commit.date(), redaction.of(commit.subject()))),
                file,
                overlay,
                gone,
                gates.stream()
                        .map(gate -> new Gate(gate.kind(), gate.verdict(), redaction.of(gate.words())))
                        .toList(),
                instead.map(redaction::of));
    }

    /** With more answers, each in place of one of its kind. */
    public Move and(List<Gate> more) {
        List<Gate> all = new ArrayList<>(more);
        gates.stream()
                .filter(gate -> more.stream().noneMatch(other -> other.kind() == gate.kind()))
                .forEach(all::add);
        return new Move(subject, from, to, file, overlay, gone, all, instead);
    }

    /** With the command to type where a gate refuses it; one that was told before stays. */
    public Move insteadOf(Optional<String> command) {
        return new Move(subject, from, to, file, overlay, gone, gates, instead.or(() -> command));
    }
}
