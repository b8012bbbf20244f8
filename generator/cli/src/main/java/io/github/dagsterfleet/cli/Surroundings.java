package io.github.dagsterfleet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
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
record Surroundings(Path folder, boolean terminal, Map<String, String> environment, LocalDate today, Keyboard input) {
    /** Set by the launcher, which can ask about each stream alone; Java can only tell of all streams together. */
    private static final String TERMINAL = "dagster-fleet.terminal";

    private static final String KEYBOARD = "dagster-fleet.keyboard";

    Surroundings {
        environment = Map.copyOf(environment);
    }

    static Surroundings ofProcess() {
        return new Surroundings(
                Path.of("").toAbsolutePath(),
                isTold(TERMINAL),
                System.getenv(),
                LocalDate.now(ZoneOffset.UTC),
                new Keyboard(System.in, isTold(KEYBOARD)));
    }

    private static boolean isTold(String property) {
        String told = System.getProperty(property);
        return told == null ? isConsole() : told.equals("true");
    }

    /** From Java 22 on there is a console even where there is no terminal, so only the launcher's word counts there. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isConsole() {
        return Runtime.version().feature() < 22 && System.console() != null;
    }

    /** A pipe into nobody's eyes. */
    static Surroundings ofPipe() {
        return new Surroundings(
                Path.of("").toAbsolutePath(), false, Map.of(), LocalDate.now(ZoneOffset.UTC), Keyboard.NONE);
    }

    /** The text of a file that somebody named. */
    String read(String file) throws IOException {
        try {
            return Files.readString(folder.resolve(file));
        } catch (InvalidPathException noName) {
            throw new NoSuchFileException(file);
        }
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
