package io.github.dagsterfleet.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What a process knows without being told by arguments.
 *
 * @param folder where relative paths begin
 * @param terminal whether a person sees the error stream
 * @param colour whether that person wants colours
 * @param today in UTC, so that a waiver ends everywhere at once
 */
record Surroundings(Path folder, boolean terminal, boolean colour, LocalDate today) {
    /** Set by the launcher, which can ask about the error stream alone; Java can only tell of all streams together. */
    private static final String TERMINAL = "dagster-fleet.terminal";

    static Surroundings ofProcess() {
        String told = System.getProperty(TERMINAL);
        String noColor = System.getenv("NO_COLOR");
        return new Surroundings(
                Path.of("").toAbsolutePath(),
                told == null ? isConsole() : told.equals("true"),
                noColor == null || noColor.isEmpty(),
                LocalDate.now(ZoneOffset.UTC));
    }

    /** From Java 22 on there is a console even where there is no terminal, so only the launcher's word counts there. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isConsole() {
        return Runtime.version().feature() < 22 && System.console() != null;
    }

    /** A pipe into nobody's eyes. */
    static Surroundings ofPipe() {
        return new Surroundings(Path.of("").toAbsolutePath(), false, false, LocalDate.now(ZoneOffset.UTC));
    }
}
