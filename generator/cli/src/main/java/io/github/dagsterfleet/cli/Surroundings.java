package io.github.dagsterfleet.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * What a process knows without being told by arguments.
 *
 * @param folder where relative paths begin
 * @param terminal whether a person sees the error stream
 * @param environment the variables of the process
 * @param today in UTC, so that a waiver ends everywhere at once
 */
record Surroundings(Path folder, boolean terminal, Map<String, String> environment, LocalDate today) {
    /** Set by the launcher, which can ask about the error stream alone; Java can only tell of all streams together. */
    private static final String TERMINAL = "dagster-fleet.terminal";

    Surroundings {
        environment = Map.copyOf(environment);
    }

    static Surroundings ofProcess() {
        String told = System.getProperty(TERMINAL);
        return new Surroundings(
                Path.of("").toAbsolutePath(),
                told == null ? isConsole() : told.equals("true"),
                System.getenv(),
                LocalDate.now(ZoneOffset.UTC));
    }

    /** From Java 22 on there is a console even where there is no terminal, so only the launcher's word counts there. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isConsole() {
        return Runtime.version().feature() < 22 && System.console() != null;
    }

    /** A pipe into nobody's eyes. */
    static Surroundings ofPipe() {
        return new Surroundings(Path.of("").toAbsolutePath(), false, Map.of(), LocalDate.now(ZoneOffset.UTC));
    }

    /** Whether there is a person, who wants colours. */
    boolean colour() {
        return terminal && variable("NO_COLOR").isEmpty();
    }

    /** Whether that person can click on what is printed. */
    boolean links() {
        return colour() && Hyperlinks.areKnownTo(environment);
    }

    /** Where a step of GitHub Actions leaves its summary. */
    Optional<Path> stepSummary() {
        return variable("GITHUB_STEP_SUMMARY").map(Path::of);
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }
}
