package io.github.dagsterfleet.change;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Held by a process that writes into a workspace, so that two come one after the other: each would take what the other is
 * writing for what a dead one left. The system lets go of it when a process dies.
 */
final class RunLock implements AutoCloseable {
    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for another process that is at work. On a disk that knows no locks there is nothing to wait for.
     *
     * @param folder that of the local state
     * @throws IOException when the folder cannot be written
     */
    static RunLock take(Path folder) throws IOException {
        RunLock lock = new RunLock(
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        lock.await();
        return lock;
    }

    /** Does without when this very process has the lock already, or the disk knows none. */
    private void await() {
        try {
            channel.lock();
        } catch (OverlappingFileLockException | IOException without) {
            return;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
