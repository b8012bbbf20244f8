package io.github.dagsterfleet.change;

import io.github.dagsterfleet.text.SourcePath;
import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Paths, sorted, each with the digests of what we wrote there: one as a rule, more where a run or a merge was not
 * finished, since either bytes are ours then.
 *
 * @param digests by path, relative to a folder that whoever keeps them knows
 */
public record OwnedPaths(SortedMap<String, Set<String>> digests) {
    /** Nothing is ours. */
    public static final OwnedPaths NONE = new OwnedPaths(new TreeMap<>());

    public OwnedPaths {
        SortedMap<String, Set<String>> copy = new TreeMap<>();
        digests.forEach((path, all) -> copy.put(path, Collections.unmodifiableSet(new TreeSet<>(all))));
        digests = Collections.unmodifiableSortedMap(copy);
    }

    public boolean isEmpty() {
        return digests.isEmpty();
    }

    Set<String> paths() {
        return digests.keySet();
    }

    /** The digests of a path; none for one that is not ours. */
    Set<String> of(String path) {
        return digests.getOrDefault(path, Set.of());
    }

    /** These and more. */
    OwnedPaths plus(OwnedPaths more) {
        if (more.isEmpty()) {
            return this;
        }
        Builder both = new Builder();
        both.addAll(this);
        both.addAll(more);
        return both.build();
    }

    /** Those below a folder, relative to it. */
    public OwnedPaths below(SourcePath folder) {
        String prefix = folder.value() + "/";
        Builder below = new Builder();
        digests.tailMap(prefix).entrySet().stream()
                .takeWhile(path -> path.getKey().startsWith(prefix))
                .forEach(path -> below.add(path.getKey().substring(prefix.length()), path.getValue()));
        return below.build();
    }

    /** Owned paths in the making. */
    static final class Builder {
        private final SortedMap<String, Set<String>> digests = new TreeMap<>();

        void add(String path, String digest) {
            digests.computeIfAbsent(path, key -> new TreeSet<>()).add(digest);
        }

        void add(String path, Collection<String> more) {
            more.forEach(digest -> add(path, digest));
        }

        void addAll(OwnedPaths paths) {
            paths.digests.forEach(this::add);
        }

        /** Forgets everything below a folder. */
        void removeBelow(SourcePath folder) {
            digests.subMap(folder.value() + "/", folder.value() + "/\uffff").clear();
        }

        OwnedPaths build() {
            return digests.isEmpty() ? NONE : new OwnedPaths(digests);
        }
    }
}
