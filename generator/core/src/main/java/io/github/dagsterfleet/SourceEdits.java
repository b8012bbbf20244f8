package io.github.dagsterfleet;

import io.github.dagsterfleet.change.FileStore;
import io.github.dagsterfleet.release.Move;
import io.github.dagsterfleet.release.ReleaseFile;
import io.github.dagsterfleet.source.MemorySources;
import io.github.dagsterfleet.source.Overlay;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.source.Without;
import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a verb changes in the sources: release files and overlays, and nothing else.
 *
 * @param written the whole content of files
 * @param gone files that are to be deleted
 */
record SourceEdits(Map<SourcePath, byte[]> written, Set<SourcePath> gone) {
    /** Those that moves ask for. */
    static SourceEdits of(Collection<Move> moves) {
        SourceEdits edits = new SourceEdits(new TreeMap<>(), new TreeSet<>());
        for (Move move : moves) {
            move.file().ifPresent(edits::add);
            move.overlay().ifPresent(overlay -> overlay.content()
                    .ifPresentOrElse(
                            content -> edits.written.put(overlay.path(), content.bytes()),
                            () -> edits.gone.add(overlay.path())));
        }
        return edits;
    }

    static SourceEdits ofFiles(Collection<ReleaseFile> files) {
        SourceEdits edits = new SourceEdits(new TreeMap<>(), new TreeSet<>());
        files.forEach(edits::add);
        return edits;
    }

    private void add(ReleaseFile file) {
        written.put(ReleaseFile.path(file.repo()), file.text().getBytes(StandardCharsets.UTF_8));
    }

    /** The sources as they would be. */
    SourceSet over(SourceSet sources) {
        return new Overlay(MemorySources.of(written), new Without(sources, gone));
    }

    /** @throws IOException where the disk refuses; what was written before stays written */
    void write(FileStore store) throws IOException {
        for (Map.Entry<SourcePath, byte[]> file : written.entrySet()) {
            store.write(file.getKey(), file.getValue());
        }
        for (SourcePath file : gone) {
            store.delete(file);
        }
    }
}
