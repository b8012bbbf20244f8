package io.github.dagsterfleet.history;

import io.github.dagsterfleet.DagsterFleet;
import io.github.dagsterfleet.Progress;
import io.github.dagsterfleet.Request;
import io.github.dagsterfleet.RunReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/** What sources make of one place where nothing is promoted. Each answer is kept: histories ask few questions. */
final class TreeRendering {
    private static final Map<String, Optional<SortedMap<String, String>>> KNOWN = new ConcurrentHashMap<>();

    private TreeRendering() {}

    /** Empty where the sources make no sense together. */
    static Optional<SortedMap<String, String>> of(Sources sources, Place place) {
        return KNOWN.computeIfAbsent(place + " " + sources.chosen(), asked -> render(sources, place));
    }

    private static Optional<SortedMap<String, String>> render(Sources sources, Place place) {
        try {
            Disk disk = new Disk(Files.createTempDirectory("tree"));
            try {
                disk.replace(Map.of(), sources.files(false));
                Request request = new Request(List.of(place.repo()), List.of(place.environment()), List.of(), false);
                RunReport report = new DagsterFleet(disk.root(), 1, LocalDate.EPOCH, Progress.SILENT).generate(request);
                return report.exitCode() == 0 ? Optional.of(disk.below(place.folder())) : Optional.empty();
            } finally {
                disk.delete();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
