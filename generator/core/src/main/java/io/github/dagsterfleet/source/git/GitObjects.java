package io.github.dagsterfleet.source.git;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The objects of a repository, by one {@code git cat-file --batch} that runs as long as somebody asks. Nothing is kept:
 * who asks keeps what it wants again. Safe for use by several threads.
 */
final class GitObjects implements AutoCloseable {
    private final Git git;
    private final Duration limit;
    private Optional<Process> batch = Optional.empty();
    private Optional<DataInputStream> answers = Optional.empty();

    GitObjects(Git git) {
        this(git, Git.LIMIT);
    }

    /** @param limit how long an answer may take: in a partial clone git fetches what is not here */
    GitObjects(Git git, Duration limit) {
        this.git = git;
        this.limit = limit;
    }

    /**
     * Empty where the repository has no such object.
     *
     * @param name the id of an object, or what git resolves to one without any option in it: {@code <id>^{tree}}
     * @throws IOException where git cannot be spoken with
     */
    synchronized Optional<GitObject> get(String name) throws IOException {
        if (batch.isEmpty()) {
            Process started = git.start("cat-file", "--batch");
            batch = Optional.of(started);
            answers = Optional.of(new DataInputStream(new BufferedInputStream(started.getInputStream())));
        }
        CompletableFuture<Void> answered = limited(batch.orElseThrow());
        try {
            var questions = batch.orElseThrow().getOutputStream();
            questions.write((name + "\n").getBytes(StandardCharsets.UTF_8));
            questions.flush();
            return answer(answers.orElseThrow());
        } catch (IOException ended) {
            // As it does in a partial clone for an object that it cannot fetch.
            close();
            throw new IOException("git can neither find nor fetch the object " + name, ended);
        } finally {
            answered.complete(null);
        }
    }

    /** Ends the process unless the question is answered in time. */
    private CompletableFuture<Void> limited(Process process) {
        CompletableFuture<Void> answered = new CompletableFuture<>();
        CompletableFuture<Void> unused = answered.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((done, late) -> {
                    if (late != null) {
                        Git.end(process);
                    }
                });
        return answered;
    }

    private static Optional<GitObject> answer(DataInputStream in) throws IOException {
        String[] head = line(in).split(" ", -1);
        if (head.length != 3) {
            return Optional.empty();
        }
        byte[] bytes = new byte[Integer.parseInt(head[2])];
        in.readFully(bytes);
        in.readByte();
        return Optional.of(new GitObject(head[1], bytes));
    }

    private static String line(DataInputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public synchronized void close() {
        batch.ifPresent(Process::destroy);
        batch = Optional.empty();
        answers = Optional.empty();
    }
}
