package io.github.dagsterfleet.cli;

import io.github.dagsterfleet.DagsterFleet;
import io.github.dagsterfleet.ExitCode;
import java.io.PrintStream;

/** One call of the command. */
public final class Cli {
    private final PrintStream out;
    private final PrintStream err;
    private final Surroundings surroundings;

    Cli(PrintStream out, PrintStream err, Surroundings surroundings) {
        this.out = out;
        this.err = err;
        this.surroundings = surroundings;
    }

    /** Runs the command as if its streams were pipes, and returns its exit code. */
    public static int run(String[] args, PrintStream out, PrintStream err) {
        return new Cli(out, err, Surroundings.ofPipe()).run(args);
    }

    int run(String... args) {
        Arguments arguments = Arguments.of(args);
        Screen screen = new Screen(out, err, arguments, surroundings);
        try {
            return arguments.problem().isPresent()
                    ? screen.refuse(arguments.problem().get())
                    : Verbs.of(arguments, screen, surroundings).run();
        } catch (RuntimeException | Error bug) {
            return report(bug, arguments.has(Option.TRACE));
        } finally {
            out.flush();
            err.flush();
        }
    }

    private int report(Throwable bug, boolean withTrace) {
        err.print("dagster-fleet " + DagsterFleet.version() + " has a bug (" + bug
                + "); please report it with what you ran and what " + Option.TRACE.text()
                + " prints: https://github.com/dagsterfleet/dagster-fleet/issues\n");
        if (withTrace) {
            bug.printStackTrace(err);
        }
        return ExitCode.FAILURE;
    }
}
