package io.github.dagsterfleet.cli;

import io.github.dagsterfleet.Progress;
import java.io.PrintStream;
import java.util.function.LongSupplier;

/** One line on a terminal that says how far a run is, from its second second on; gone when the run has ended. */
final class ProgressLine implements Progress, AutoCloseable {
    private static final long PATIENCE = 1_000_000_000L;
    private static final long BETWEEN = 100_000_000L;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream err;
    private final boolean shown;
    private final LongSupplier clock;
    private long due;
    private boolean drawn;

    /**
     * @param shown whether there is a terminal to show it on
     * @param clock in nanoseconds from any beginning
     */
    ProgressLine(PrintStream err, boolean shown, LongSupplier clock) {
        this.err = err;
        this.shown = shown;
        this.clock = clock;
        this.due = clock.getAsLong() + PATIENCE;
    }

    @Override
    public void at(String what, int done, int total) {
        if (shown) {
            draw(what, done, total, clock.getAsLong());
        }
    }

    private synchronized void draw(String what, int done, int total, long now) {
        if (now - due >= 0) {
            err.print(CLEAR + what + ": " + done + " of " + total);
            err.flush();
            due = now + BETWEEN;
            drawn = true;
        }
    }

    @Override
    public synchronized void close() {
        if (drawn) {
            err.print(CLEAR);
            err.flush();
        }
    }
}
