package io.github.dagsterfleet.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One call of a program, which gets a limited time and whose output is kept to its end, however much it prints. */
final class Command {
    private static final int KEPT = 64 * 1024;

    private final ProcessBuilder builder;

    /** @param folder where it runs */
    Command(List<String> words, Path folder) {
        this.builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        builder.environment().put("PYTHONIOENCODING", "utf-8");
    }

    /** What the program sees of the environment. */
    Map<String, String> environment() {
        return builder.environment();
    }

    /** Empty when there is no such program. */
    Optional<Ended> run(int seconds) {
        Process process;
        try {
            process = builder.start();
        } catch (IOException absent) {
            return Optional.empty();
        }
        try {
            process.getOutputStream().close();
            CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> tail(process.getInputStream()));
            boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
            if (!ended) {
                stop(process);
            }
            return Optional.of(new Ended(
                    ended ? OptionalInt.of(process.exitValue()) : OptionalInt.empty(),
                    output.completeOnTimeout("", 1, TimeUnit.SECONDS).join()));
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        } catch (InterruptedException stopped) {
            stop(process);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    private static void stop(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static String tail(InputStream stream) {
        byte[] kept = new byte[2 * KEPT];
        int size = 0;
        try (stream) {
            for (int read = 0; read >= 0; read = stream.read(kept, size, kept.length - size)) {
                size += read;
                if (size == kept.length) {
                    System.arraycopy(kept, KEPT, kept, 0, KEPT);
                    size = KEPT;
                }
            }
        } catch (IOException ended) { // as a pipe does when the process is stopped
            return text(kept, size);
        }
        return text(kept, size);
    }

    private static String text(byte[] bytes, int size) {
        return new String(bytes, 0, size, StandardCharsets.UTF_8);
    }
}
