package io.github.dagsterfleet.source.git;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The objects of a repository, by one {@code git cat-file --batch} that runs as long as somebody asks. Nothing is kept:
 * who asks keeps what it wants again. Safe for use by several threads.
 */
final class GitObjects implements AutoCloseable {
    private final Git git;
    private Optional<Process> batch = Optional.empty();
    private Optional<DataInputStream> answers = Optional.empty();

    GitObjects(Git git) {
        this.git = git;
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
        try {
            var questions = batch.orElseThrow().getOutputStream();
            questions.write((name + "\n").getBytes(StandardCharsets.UTF_8));
            questions.flush();
            return answer(answers.orElseThrow());
        } catch (IOException ended) {
            // As it does in a partial clone for an object that it cannot fetch.
            close();
            throw new IOException("git can neither find nor fetch the object " + name, ended);
        }
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
