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
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lock(channel);
        return new RunLock(channel);
    }

    /** Whether this channel holds it: not when this very process does already, or the disk knows no locks. */
    private static boolean lock(FileChannel channel) {
        try {
            return channel.lock().isValid();
        } catch (OverlappingFileLockException already) {
            return false;
        } catch (IOException unknownToThisDisk) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
