package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.rule.policy.Secrets;
import io.github.dagsterfleet.secret.Redaction;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * The one door of the façade: what is answered, and what is thrown, goes through it and holds no secret behind it. So no
 * printer has to know of secrets.
 */
final class Discreetly {
    private final Secrets secrets;

    Discreetly(Secrets secrets) {
        this.secrets = secrets;
    }

    /** @param redacted makes the same answer without secrets */
    <T> T answer(Supplier<T> work, BiFunction<T, Redaction, T> redacted) {
        try {
            return redacted.apply(work.get(), secrets.redaction());
        } catch (RuntimeException bug) {
            throw redacted(bug);
        }
    }

    /** The same of what holds no secret unless it is one of the findings. */
    <T> Outcome<T> outcome(Supplier<Outcome<T>> work) {
        return answer(work, (outcome, redaction) -> outcome.redacted(redaction, (value, none) -> value));
    }

    private RuntimeException redacted(RuntimeException bug) {
        Redaction redaction = secrets.redaction();
        return isDue(bug, redaction) ? copy(bug, redaction) : bug;
    }

    private static boolean isDue(Throwable thrown, Redaction redaction) {
        return redaction.isDue(thrown.toString())
                || (thrown.getCause() != null && isDue(thrown.getCause(), redaction))
                || thrown.getSuppressed().length > 0;
    }

    /** With the same trace, since that is what finds the bug; what was suppressed is left out. */
    private static RuntimeException copy(Throwable thrown, Redaction redaction) {
        Throwable cause = thrown.getCause();
        RuntimeException copy = cause == null
                ? new IllegalStateException(redaction.of(thrown.toString()))
                : new IllegalStateException(redaction.of(thrown.toString()), copy(cause, redaction));
        copy.setStackTrace(thrown.getStackTrace());
        return copy;
    }
}
