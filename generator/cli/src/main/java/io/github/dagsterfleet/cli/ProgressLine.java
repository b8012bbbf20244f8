package io.github.dagsterfleet.cli;

import io.github.dagsterfleet.Progress;
import java.io.PrintStream;

/** One line on a terminal that says how far a run is, from its second second on; gone when the run has ended. */
final class ProgressLine implements Progress, AutoCloseable {
    private static final long PATIENCE = 1_000_000_000L;
    private static final long BETWEEN = 100_000_000L;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintStream err;
    private final boolean shown;
    private long due = System.nanoTime() + PATIENCE;
    private boolean drawn;

    /** @param shown whether there is a terminal to show it on */
    ProgressLine(PrintStream err, boolean shown) {
        this.err = err;
        this.shown = shown;
    }

    @Override
    public void at(int done, int total) {
        if (shown) {
            draw(done, total, System.nanoTime());
        }
    }

    private synchronized void draw(int done, int total, long now) {
        if (now - due >= 0) {
            err.print(CLEAR + done + " of " + total + " repos");
            err.flush();
            due = now + BETWEEN;
            drawn = true;
        }
    }

    /** To be called before anything else is printed. */
    synchronized void clear() {
        if (drawn) {
            err.print(CLEAR);
            err.flush();
            drawn = false;
        }
    }

    @Override
    public void close() {
        clear();
    }
}
