package io.github.dagsterfleet.change;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What tells an untouched file from an edited or replaced one without reading it.
 *
 * @param modified in nanoseconds since 1970
 * @param key the disk's own name for it; changes when another file takes its place; empty where a disk has no such names
 */
record Stamp(long size, long modified, Optional<Object> key) {
    static Stamp of(Path file) throws IOException {
        return of(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
    }

    static Stamp of(BasicFileAttributes attributes) {
        FileTime modified = attributes.lastModifiedTime();
        return new Stamp(
                attributes.size(), modified.to(TimeUnit.NANOSECONDS), Optional.ofNullable(attributes.fileKey()));
    }

    /** In words of its own: those of a record are put together when they are first asked for, which takes milliseconds. */
    @Override
    public String toString() {
        return size + " " + modified + " " + key.map(Object::toString).orElse("-");
    }
}
