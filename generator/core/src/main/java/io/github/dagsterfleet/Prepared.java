package io.github.dagsterfleet;

import io.github.dagsterfleet.change.DueFile;
import io.github.dagsterfleet.change.MadeFrom;
import io.github.dagsterfleet.change.Manifest;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.release.FolderPlaces;
import io.github.dagsterfleet.release.Pin;
import io.github.dagsterfleet.release.Unmoved;
import io.github.dagsterfleet.text.SourcePath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * A {@code generated} folder whose files are rendered and verified, and not yet compared with the disk. A few kilobytes a
 * repo, while what they were made from is a hundred times that and let go.
 *
 * @param manifest what the folder owned before; empty, with an error, when that cannot be told
 * @param kept the places whose files stay as they are, whatever is due
 * @param due every file that is due; none after an error
 * @param pins by place, the release that the due files are made from; none for those made from the tree
 * @param places tells which file is decided upon where
 */
record Prepared(
        SourcePath folder,
        Optional<Manifest> manifest,
        List<DueFile> due,
        Map<String, Pin> pins,
        Set<String> kept,
        FolderPlaces places,
        List<Finding> findings) {
    static Prepared failed(SourcePath folder, List<Finding> findings) {
        return new Prepared(folder, Optional.empty(), List.of(), Map.of(), Set.of(), FolderPlaces.OF_FOLDERS, findings);
    }

    static Prepared of(SourcePath folder, Manifest manifest, List<DueFile> due, Findings findings) {
        return new Prepared(
                folder,
                Optional.of(manifest),
                List.copyOf(due),
                Map.of(),
                Set.of(),
                FolderPlaces.OF_FOLDERS,
                findings.list());
    }

    /** The same, made from releases. */
    Prepared from(Map<String, Pin> releases, FolderPlaces decided) {
        return new Prepared(folder, manifest, due, releases, kept, decided, findings);
    }

    /** The same, with more places whose files stay as they are. */
    Prepared keeping(Set<String> others) {
        Set<String> all = new TreeSet<>(kept);
        all.addAll(others);
        List<DueFile> left = due.stream()
                .filter(file -> !others.contains(places.of(file.path().relativeTo(folder))))
                .toList();
        return new Prepared(folder, manifest, left, pins, all, places, findings);
    }

    /** Whether a file, or one of the folders, stays as it is. */
    boolean keeps(String path) {
        return kept.contains(places.of(path));
    }

    /**
     * What would change although its release stays.
     *
     * @param inScope which paths below the folder to speak of
     */
    List<Unmoved> unmoved(String repo, Predicate<String> inScope, String tool) {
        BiPredicate<String, String> isOf =
                (path, place) -> inScope.test(path) && places.of(path).equals(place);
        return manifest.filter(before -> findings.stream().noneMatch(Finding::isError))
                .map(before -> Unmoved.of(repo, folder, due, before, pins, isOf, tool))
                .orElse(List.of());
    }

    /** By place, what the due files are made from. */
    Map<String, MadeFrom> madeBy(String tool) {
        Map<String, MadeFrom> made = new HashMap<>();
        pins.forEach((environment, pin) -> made.put(environment, new MadeFrom(pin.release(), tool)));
        return made;
    }

    /** In bytes, of the files alone. */
    long size() {
        return due.stream().mapToLong(DueFile::size).sum();
    }
}
