package io.github.dagsterfleet;

import io.github.dagsterfleet.change.DueFile;
import io.github.dagsterfleet.change.MadeFrom;
import io.github.dagsterfleet.change.Manifest;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.release.Pin;
import io.github.dagsterfleet.release.Unmoved;
import io.github.dagsterfleet.text.SourcePath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A {@code generated} folder whose files are rendered and verified, and not yet compared with the disk. A few kilobytes a
 * repo, while what they were made from is a hundred times that and let go.
 *
 * @param manifest what the folder owned before; empty, with an error, when that cannot be told
 * @param kept folders below it that stay as they are, whatever is due
 * @param due every file that is due; none after an error
 * @param pins by folder below it, the release that the due files are made from; none for those made from the tree
 */
record Prepared(
        SourcePath folder,
        Optional<Manifest> manifest,
        List<DueFile> due,
        Map<String, Pin> pins,
        Set<String> kept,
        List<Finding> findings) {
    static Prepared failed(SourcePath folder, List<Finding> findings) {
        return new Prepared(folder, Optional.empty(), List.of(), Map.of(), Set.of(), findings);
    }

    static Prepared of(SourcePath folder, Manifest manifest, List<DueFile> due, Findings findings) {
        return new Prepared(folder, Optional.of(manifest), List.copyOf(due), Map.of(), Set.of(), findings.list());
    }

    /** The same, made from releases. */
    Prepared from(Map<String, Pin> releases) {
        return new Prepared(folder, manifest, due, releases, kept, findings);
    }

    /** The same, with more folders that stay as they are. */
    Prepared keeping(Set<String> folders) {
        Set<String> all = new TreeSet<>(kept);
        all.addAll(folders);
        List<DueFile> left = due.stream()
                .filter(file -> folders.stream().noneMatch(name -> file.path().isBelow(folder.resolve(name))))
                .toList();
        return new Prepared(folder, manifest, left, pins, all, findings);
    }

    /** What would change although its release stays. */
    List<Unmoved> unmoved(String repo, String tool) {
        return manifest.filter(before -> findings.stream().noneMatch(Finding::isError))
                .map(before -> Unmoved.of(repo, folder, due, before, pins, tool))
                .orElse(List.of());
    }

    /** By environment, what the due files are made from. */
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
