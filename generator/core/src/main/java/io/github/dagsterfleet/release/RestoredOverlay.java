package io.github.dagsterfleet.release;

import io.github.dagsterfleet.source.MemorySources;
import io.github.dagsterfleet.source.Overlay;
import io.github.dagsterfleet.source.SourceFile;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.source.Without;
import io.github.dagsterfleet.text.SourcePath;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An overlay as it was when a release was promoted.
 *
 * @param content empty where there was no such file, and there is to be none
 */
public record RestoredOverlay(SourcePath path, Optional<SourceFile> content) {
    /** Files with the overlay as it was. */
    SourceSet over(SourceSet files) {
        return content.isEmpty()
                ? new Without(files, Set.of(path))
                : new Overlay(MemorySources.of(Map.of(path, content.get().bytes())), files);
    }
}
