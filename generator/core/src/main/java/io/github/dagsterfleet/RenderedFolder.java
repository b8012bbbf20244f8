package io.github.dagsterfleet;

import io.github.dagsterfleet.change.Manifest;
import io.github.dagsterfleet.change.difference.Version;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.release.FolderPlaces;
import io.github.dagsterfleet.render.Draft;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.text.SourcePath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * A {@code generated} folder of which the drafts are still there, and with them the reason for every character.
 *
 * @param manifest what the folder owned before
 * @param places tells whose release decides on which of the files
 * @param inScope which paths below it the run speaks of
 */
record RenderedFolder(
        SourcePath folder, Manifest manifest, List<Draft> drafts, FolderPlaces places, Predicate<String> inScope) {
    /** The files that repos build with. */
    List<SourcePath> built() {
        return drafts.stream()
                .map(Draft::path)
                .filter(path -> places.of(path.relativeTo(folder)).equals(Workspace.ALL))
                .toList();
    }

    /** Empty where it belongs to environments. */
    Optional<String> repo() {
        return folder.equals(Workspace.GENERATED)
                ? Optional.empty()
                : Optional.of(folder.parent().fileName());
    }

    /** The names of the folders in it of which the run speaks, that of what is the same in every environment among them. */
    Set<String> environments() {
        Set<String> names = new TreeSet<>();
        drafts.forEach(draft -> names.add(top(draft.path().relativeTo(folder))));
        manifest.files().digests().keySet().forEach(path -> names.add(top(path)));
        names.removeIf(name -> !speaksOf(name));
        return names;
    }

    private static String top(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    /** What is due in one of its folders, by the path below that. */
    Map<String, Version> due(String environment) {
        SourcePath below = folder.resolve(environment);
        Map<String, Version> versions = new TreeMap<>();
        drafts.stream()
                .filter(draft -> isIn(below, draft.path()))
                .forEach(draft -> versions.put(draft.path().relativeTo(below), Version.rendered(draft)));
        return versions;
    }

    /** What lies on the disk where something is due, or was when it was last generated. */
    Map<String, Version> lying(String environment, SourceSet disk) {
        SourcePath below = folder.resolve(environment);
        Map<String, Version> versions = new TreeMap<>();
        drafts.forEach(draft -> lying(draft.path(), below, disk, versions));
        manifest.files().digests().keySet().forEach(path -> lying(folder.resolve(path), below, disk, versions));
        return versions;
    }

    private void lying(SourcePath path, SourcePath below, SourceSet disk, Map<String, Version> versions) {
        if (isIn(below, path)) {
            disk.read(path, new Findings())
                    .ifPresent(file -> versions.put(path.relativeTo(below), Version.written(file)));
        }
    }

    private boolean isIn(SourcePath below, SourcePath path) {
        return path.isBelow(below) && inScope.test(path.relativeTo(folder));
    }

    /** Whether the run speaks of what is in one of its folders. */
    boolean speaksOf(String environment) {
        return inScope.test(environment + "/");
    }
}
