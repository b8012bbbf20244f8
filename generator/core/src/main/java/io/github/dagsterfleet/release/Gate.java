package io.github.dagsterfleet.release;

import io.github.dagsterfleet.text.SourcePath;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One question that a move has to answer well.
 *
 * @param words the answer, in one clause
 */
public record Gate(Kind kind, Verdict verdict, String words) {
    /** What is asked, in the order in which it is shown. */
    public enum Kind {
        /** Whether the environment before has the release, and its files are up to date. */
        STAGE,
        /** Whether the release comes after the one that is there. */
        ORDER,
        /** Whether nobody asked to wait; of a way back, that everybody is asked to. */
        HOLD,
        /** Of a way back, whether it is said what becomes of an overlay that changed since. */
        OVERLAYS,
        /** Of a way back, whether every location that there is now existed then; else which of them go. */
        LOCATIONS,
        /** Whether nothing relies on what is left behind or goes. */
        DEPENDANTS,
        /** Whether git has every input. */
        INPUTS,
        /** Whether the image that ran with the release is known by its digest. */
        IMAGE,
        /** Whether every required variable has a value or a secret. */
        VARIABLES,
        /** Whether every upstream is there, or comes along. */
        UPSTREAMS,
        /** Whether groups are equal across their members after the move. */
        GROUPS,
        /** Whether the release renders to files that Dagster+ accepts. */
        FILES
    }

    /** How an answer was. */
    public enum Verdict {
        PASSED,
        /** Nobody knows, and that is no reason to wait. */
        UNKNOWN,
        REFUSED
    }

    public static Gate passed(Kind kind, String words) {
        return new Gate(kind, Verdict.PASSED, words);
    }

    public static Gate unknown(Kind kind, String words) {
        return new Gate(kind, Verdict.UNKNOWN, words);
    }

    public static Gate refused(Kind kind, String words) {
        return new Gate(kind, Verdict.REFUSED, words);
    }

    /**
     * Whether a hold is in force on a day.
     *
     * @param everything of all that is in the environment
     * @param own of the subject alone
     */
    static Gate onHold(String environment, Optional<Hold> everything, Optional<Hold> own, LocalDate today) {
        return everything
                .filter(hold -> hold.isOn(today))
                .map(hold -> held("everything in `" + environment + "` is on hold", hold))
                .or(() -> own.filter(hold -> hold.isOn(today)).map(hold -> held("on hold", hold)))
                .orElseGet(() -> passed(Kind.HOLD, "nothing is on hold"));
    }

    private static Gate held(String what, Hold hold) {
        return refused(
                Kind.HOLD, what + hold.until().map(day -> " until " + day).orElse("") + ": " + hold.reason());
    }

    /** Inputs that git does not have. */
    static Gate uncommitted(List<SourcePath> files) {
        return refused(
                Kind.INPUTS,
                "not committed: "
                        + String.join(
                                ", ", files.stream().map(SourcePath::value).toList()));
    }

    /** As JSON has it: {@code upstreams}. */
    public String name() {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    public boolean isRefused() {
        return verdict == Verdict.REFUSED;
    }
}
