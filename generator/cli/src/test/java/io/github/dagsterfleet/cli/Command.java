package io.github.dagsterfleet.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Calls the command on a workspace of its own, as a pipe would.
 *
 * @param environment what the process finds besides
 */
record Command(Path workspace, Map<String, String> environment) {
    /** Where a step of GitHub Actions would leave its summary. */
    static final String STEP_SUMMARY = "step-summary.md";

    /** Of every test, so that no page has to be written anew when a waiver ends. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** What one call came to. */
    record Said(int code, String out, String err) {}

    Command(Path workspace) {
        this(workspace, Map.of());
    }

    /** The same with more in its environment. */
    Command with(Map<String, String> more) {
        Map<String, String> both = new HashMap<>(environment);
        both.putAll(more);
        return new Command(workspace, both);
    }

    static Command on(Path folder, Map<String, String> files) {
        Command command = new Command(folder);
        files.forEach(command::write);
        return command;
    }

    Said run(String... args) {
        return run(Keyboard.NONE, args);
    }

    /** With something on the standard input. */
    Said run(Keyboard input, String... args) {
        Path summary = workspace.resolve(STEP_SUMMARY);
        Map<String, String> all =
                with(Map.of("GITHUB_STEP_SUMMARY", summary.toString())).environment();
        return run(new Surroundings(workspace, input.isPerson(), all, TODAY, input), args);
    }

    static Said run(Surroundings surroundings, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new Cli(stream(out), stream(err), surroundings).run(args);
        return new Said(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }

    Command write(String file, String text) {
        try {
            Path path = workspace.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String file) {
        try {
            return Files.readString(workspace.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(String... files) {
        for (String file : List.of(files)) {
            try {
                Files.delete(workspace.resolve(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
