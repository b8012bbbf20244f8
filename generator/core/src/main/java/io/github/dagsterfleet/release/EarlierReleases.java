package io.github.dagsterfleet.release;

import io.github.dagsterfleet.source.git.CommitId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The releases that a repo can go back to in one environment. */
final class EarlierReleases {
    private final Standing standing;
    private final Pin now;

    EarlierReleases(Standing standing, Pin now) {
        this.standing = standing;
        this.now = now;
    }

    /**
     * An earlier release.
     *
     * @param older those before it, the newest first
     */
    record Found(FormerRelease release, List<FormerRelease> older) {}

    /** Tells the digest of the overlay of a release that was never promoted. */
    interface OverlayThen {
        String of(CommitId release) throws IOException;
    }

    /**
     * The one that is asked for; else the one that was there before; else, where others go back, the newest that is not
     * after theirs. Empty, with a gate that refuses, where there is none; without one where it is there already.
     */
    Optional<Found> find(Optional<String> asked, List<CommitId> notAfter, OverlayThen overlayThen, List<Gate> gates)
            throws IOException {
        if (!notAfter.isEmpty()) {
            return notAfter(notAfter, gates);
        }
        if (asked.isPresent()) {
            return asked(asked.get(), overlayThen, gates);
        }
        if (now.previous().isEmpty()) {
            gates.add(Gate.refused(
                    Gate.Kind.ORDER, "nothing was there before " + now.release().shown()));
            return Optional.empty();
        }
        return Optional.of(former(0, gates));
    }

    private Found former(int index, List<Gate> gates) {
        gates.add(Gate.passed(
                Gate.Kind.ORDER, "it was there before " + now.release().shown()));
        return new Found(
                now.previous().get(index),
                now.previous().subList(index + 1, now.previous().size()));
    }

    private Optional<Found> asked(String asked, OverlayThen overlayThen, List<Gate> gates) throws IOException {
        for (int i = 0; i < now.previous().size(); i++) {
            if (isMeant(asked, now.previous().get(i).release())) {
                return Optional.of(former(i, gates));
            }
        }
        Optional<CommitId> commit = standing.git().commit(asked);
        if (commit.isEmpty()) {
            gates.add(Gate.refused(Gate.Kind.ORDER, "git knows no commit `" + asked + "`"));
            return Optional.empty();
        }
        if (commit.get().equals(now.release())) {
            return Optional.empty();
        }
        if (!standing.isBefore(commit.get(), now.release())) {
            gates.add(Gate.refused(
                    Gate.Kind.ORDER,
                    commit.get().shown() + " does not come before "
                            + now.release().shown() + ", which is there now"));
            return Optional.empty();
        }
        gates.add(Gate.unknown(
                Gate.Kind.ORDER,
                "it comes before " + now.release().shown() + ", and was not among the last that were there"));
        List<FormerRelease> older = new ArrayList<>();
        for (FormerRelease former : now.previous()) {
            if (standing.isBefore(former.release(), commit.get())) {
                older.add(former);
            }
        }
        return Optional.of(
                new Found(new FormerRelease(commit.get(), overlayThen.of(commit.get()), Optional.empty()), older));
    }

    /** Ids are told from names by their looks, and need four characters, as git has it. */
    private static boolean isMeant(String asked, CommitId release) {
        return asked.length() >= 4 && release.value().startsWith(asked.toLowerCase(Locale.ROOT));
    }

    private Optional<Found> notAfter(List<CommitId> others, List<Gate> gates) throws IOException {
        if (isNotAfter(now.release(), others)) {
            return Optional.empty();
        }
        for (int i = 0; i < now.previous().size(); i++) {
            if (isNotAfter(now.previous().get(i).release(), others)) {
                return Optional.of(former(i, gates));
            }
        }
        gates.add(Gate.refused(
                Gate.Kind.ORDER,
                "none of its releases is as old as " + others.get(0).shown()));
        return Optional.empty();
    }

    private boolean isNotAfter(CommitId release, List<CommitId> others) throws IOException {
        for (CommitId other : others) {
            if (!standing.isNotAfter(release, other)) {
                return false;
            }
        }
        return true;
    }
}
