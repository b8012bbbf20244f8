package io.github.dagsterfleet.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/** The system's errors in words, without paths of this machine. */
public final class DiskErrors {
    private DiskErrors() {}

    /** One clause. */
    public static String words(IOException error) {
        if (error instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (error instanceof NoSuchFileException
                || error instanceof NotDirectoryException
                || error instanceof FileAlreadyExistsException) {
            return "a folder on the way is missing or is a file";
        }
        if (error instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason().toLowerCase(Locale.ROOT);
        }
        String message = error.getMessage();
        return message == null || message.contains("/") || message.contains("\\") ? "an input/output error" : message;
    }
}
