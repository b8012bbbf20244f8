package io.github.dagsterfleet.source.git;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Runs the git executable in one folder. It never asks a person anything, and speaks English whatever the locale. */
public final class Git {
    /** What needs no network answers at once; what needs one may not keep a build waiting. */
    static final Duration LIMIT = Duration.ofMinutes(2);

    private final Path folder;

    public Git(Path folder) {
        this.folder = folder;
    }

    /**
     * What a command printed.
     *
     * @param exitCode as git ended; 0 when all is well
     */
    public record Answer(int exitCode, String out, String error) {
        public boolean isGood() {
            return exitCode == 0;
        }

        /** Without the line end at its end. */
        public String text() {
            return out.stripTrailing();
        }

        /** What is ended by a NUL each. */
        public List<String> records() {
            return out.isEmpty()
                    ? List.of()
                    : List.of(out.substring(0, out.length() - 1).split("\0", -1));
        }
    }

    /** @throws IOException where there is no git, or it cannot be run, or it does not end */
    public Answer run(String... arguments) throws IOException {
        Process process = start(ProcessBuilder.Redirect.PIPE, arguments);
        CompletableFuture<String> error = CompletableFuture.supplyAsync(() -> all(process.getErrorStream()));
        CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> all(process.getInputStream()));
        try {
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("git " + arguments[0] + " does not end");
            }
            return new Answer(process.exitValue(), out.join(), error.join().strip());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("git " + arguments[0] + " was interrupted", stopped);
        } finally {
            end(process);
        }
    }

    /** A command to speak with; what it complains of is dropped. */
    Process start(String... arguments) throws IOException {
        return start(ProcessBuilder.Redirect.DISCARD, arguments);
    }

    private Process start(ProcessBuilder.Redirect errors, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(
                List.of("git", "--no-replace-objects", "--no-optional-locks", "-c", "log.showSignature=false"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors);
        Map<String, String> environment = builder.environment();
        environment.put("LC_ALL", "C");
        environment.put("GIT_TERMINAL_PROMPT", "0");
        environment.putIfAbsent("GIT_SSH_COMMAND", "ssh -o BatchMode=yes");
        return builder.start();
    }

    /** With whatever it has started, which would keep what it prints open. */
    static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static String all(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
