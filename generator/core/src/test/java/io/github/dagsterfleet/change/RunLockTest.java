package io.github.dagsterfleet.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lock between two processes; within one the system gives it only once. */
class RunLockTest {
    private static final String RELEASED = "released";

    @TempDir
    private Path folder;

    private Process holder;

    /** Takes the lock, says so, and lets go of it when it is told to. */
    static final class Holder {
        public static void main(String[] folder) throws IOException {
            Path held = Path.of(folder[0]);
            try (RunLock lock = RunLock.take(held)) {
                System.out.println(lock.getClass().getSimpleName());
                if (System.in.read() >= 0) {
                    Files.createFile(held.resolve(RELEASED));
                }
            }
        }
    }

    @BeforeEach
    void startAnotherProcess() throws IOException {
        holder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8));
        assertThat(said.readLine()).isEqualTo("RunLock");
    }

    @AfterEach
    void endIt() {
        holder.destroyForcibly();
    }

    private CompletableFuture<Boolean> takenAfterRelease() {
        return CompletableFuture.supplyAsync(() -> {
            try (RunLock lock = RunLock.take(folder)) {
                return Files.exists(folder.resolve(RELEASED)) && lock != null;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void isOfOneProcessAtATime() throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE)) {
            assertThat(channel.tryLock()).isNull();
        }
    }

    @Test
    void isWaitedFor() throws IOException {
        CompletableFuture<Boolean> taken = takenAfterRelease();

        holder.getOutputStream().write('\n');
        holder.getOutputStream().flush();

        assertThat(taken.join()).isTrue();
    }

    @Test
    void endsWithItsProcess() throws InterruptedException, IOException {
        holder.destroyForcibly().waitFor();

        try (FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE)) {
            assertThat(channel.tryLock()).isNotNull();
        }
    }
}
