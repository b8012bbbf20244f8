package io.github.dagsterfleet.change;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.source.SourceFile;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.text.SourcePath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Compares what a folder should hold with what stands there. Reads, never writes. */
public final class ChangePlanner {
    private final SourceSet disk;
    private final String toolVersion;
    private final boolean discard;

    /** @param discard take our bytes also where somebody edited a file or put one of his own */
    public ChangePlanner(SourceSet disk, String toolVersion, boolean discard) {
        this.disk = disk;
        this.toolVersion = toolVersion;
        this.discard = discard;
    }

    /**
     * @param folder the {@code generated} folder
     * @param releases by environment, what the due files are made from
     * @param inScope which paths, relative to the folder, this run speaks of; others stay as they are
     * @param findings what cannot be read at all
     */
    public ChangePlan plan(
            SourcePath folder,
            List<DueFile> dueFiles,
            Map<String, MadeFrom> releases,
            Manifest manifest,
            Predicate<String> inScope,
            Findings findings) {
        List<FileChange> changes = new ArrayList<>();
        OwnedPaths.Builder owned = new OwnedPaths.Builder();
        Set<String> due = new HashSet<>();
        boolean nothingThere =
                manifest.files().isEmpty() && disk.list(folder, findings).isEmpty();
        for (DueFile file : dueFiles) {
            String path = file.path().relativeTo(folder);
            Optional<SourceFile> before = nothingThere ? Optional.empty() : disk.read(file.path(), findings);
            due.add(path);
            owned.add(path, file.digest());
            changes.add(new FileChange(
                    file.path(), kind(path, before, file.bytes(), manifest), before, Optional.of(file.file())));
        }
        manifest.files().digests().forEach((path, digests) -> {
            if (!inScope.test(path)) {
                owned.add(path, digests.size() == 1 ? digests : standing(folder.resolve(path), digests, findings));
            } else if (!due.contains(path)) {
                orphan(folder.resolve(path), path, manifest, findings).ifPresent(changes::add);
            }
        });
        changes.addAll(nothingThere ? inTheWay(Set.of(folder)) : inTheWay(foldersDue(folder, changes)));
        changes.sort(Comparator.comparing(FileChange::path));
        OwnedPaths files = owned.build();
        Manifest after =
                files.isEmpty() ? Manifest.EMPTY : new Manifest(toolVersion, made(releases, manifest, inScope), files);
        return new ChangePlan(
                folder,
                changes,
                changes.stream()
                        .filter(change -> change.kind().isConflict())
                        .map(change -> conflict(change, discarding(folder, dueFiles.isEmpty())))
                        .toList(),
                manifest,
                after,
                !after.equals(manifest));
    }

    private static SortedMap<String, MadeFrom> made(
            Map<String, MadeFrom> releases, Manifest manifest, Predicate<String> inScope) {
        SortedMap<String, MadeFrom> made = new TreeMap<>();
        manifest.releases().forEach((environment, before) -> {
            if (!inScope.test(environment)) {
                made.put(environment, before);
            }
        });
        releases.forEach((environment, now) -> {
            if (inScope.test(environment)) {
                made.put(environment, now);
            }
        });
        return made;
    }

    /** The folders that files are created in; where a file of ours goes, it makes room for a folder. */
    private static Set<SourcePath> foldersDue(SourcePath folder, List<FileChange> changes) {
        Set<SourcePath> due = new TreeSet<>();
        for (FileChange change : changes) {
            if (change.kind() == ChangeKind.CREATE) {
                SourcePath at = change.path().parent();
                while (at.isBelow(folder) && due.add(at)) {
                    at = at.parent();
                }
            }
        }
        changes.forEach(change -> due.remove(change.path()));
        return due;
    }

    /** The files that stand in place of these folders. */
    private List<FileChange> inTheWay(Set<SourcePath> folders) {
        return folders.stream()
                .filter(disk::isFile)
                .map(file -> new FileChange(file, ChangeKind.UNMANAGED, Optional.empty(), Optional.empty()))
                .toList();
    }

    /** Of several digests the one that the file on the disk has, since a manifest can record only one. */
    private Set<String> standing(SourcePath file, Set<String> digests, Findings findings) {
        return disk.read(file, findings)
                .map(before -> Digest.of(before.bytes()))
                .filter(digests::contains)
                .map(Set::of)
                .orElse(digests);
    }

    private ChangeKind kind(String path, Optional<SourceFile> before, byte[] after, Manifest manifest) {
        if (before.isEmpty()) {
            return ChangeKind.CREATE;
        }
        byte[] bytes = before.get().bytes();
        if (Arrays.equals(bytes, after)) {
            return ChangeKind.UNCHANGED;
        }
        if (discard || isOurs(path, bytes, manifest)) {
            return ChangeKind.UPDATE;
        }
        return manifest.owns(path) ? ChangeKind.HAND_EDITED : ChangeKind.UNMANAGED;
    }

    private Optional<FileChange> orphan(SourcePath file, String path, Manifest manifest, Findings findings) {
        return disk.read(file, findings)
                .map(before -> new FileChange(
                        file,
                        discard || isOurs(path, before.bytes(), manifest) ? ChangeKind.ORPHAN : ChangeKind.HAND_EDITED,
                        Optional.of(before),
                        Optional.empty()));
    }

    /** A file with the markers of an unfinished merge holds both sides' lines of what we wrote, and is made again. */
    private static boolean isOurs(String path, byte[] bytes, Manifest manifest) {
        return manifest.wrote(path, Digest.of(bytes)) || (manifest.owns(path) && ConflictMarkers.in(bytes));
    }

    /** The command that loses what stands here, and no edit of any other repo; a repo that is gone has no name any more. */
    private static String discarding(SourcePath folder, boolean gone) {
        return "`dagster-fleet generate "
                + (folder.isBelow(Workspace.REPOS) && !gone ? folder.parent().fileName() + " " : "")
                + "--discard`";
    }

    private static Finding conflict(FileChange change, String discarding) {
        SourcePath path = change.path();
        if (change.kind() == ChangeKind.UNMANAGED && change.after().isEmpty()) {
            return Finding.in(
                            FindingCode.CHANGE_UNMANAGED,
                            path,
                            "this file stands where a folder of generated files is due")
                    .help("move or delete it, and generate again");
        }
        if (change.kind() == ChangeKind.UNMANAGED) {
            return Finding.in(
                            FindingCode.CHANGE_UNMANAGED,
                            path,
                            "this file stands where a generated one is due, and dagster-fleet did not write it")
                    .help("move or delete it, or run " + discarding + " to take the generated one");
        }
        if (change.after().isEmpty()) {
            return Finding.in(
                            FindingCode.CHANGE_HAND_EDITED,
                            path,
                            "nothing generates this file any more, but somebody edited it since it was written")
                    .help("delete it once you have what you need of it, or run " + discarding);
        }
        return Finding.in(
                        FindingCode.CHANGE_HAND_EDITED,
                        path,
                        "somebody edited this generated file since it was written")
                .help("carry the edit over to the sources and undo it here, or run " + discarding + " to lose it");
    }
}
