package io.github.dagsterfleet.source;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.text.SourcePath;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A set of files as it would be if some of them were deleted. */
public record Without(SourceSet all, Set<SourcePath> gone) implements SourceSet {
    public Without {
        gone = Set.copyOf(gone);
    }

    @Override
    public Optional<SourceFile> read(SourcePath path, Findings findings) {
        return gone.contains(path) ? Optional.empty() : all.read(path, findings);
    }

    @Override
    public boolean isFile(SourcePath path) {
        return !gone.contains(path) && all.isFile(path);
    }

    @Override
    public List<String> unnameable(SourcePath folder) {
        return all.unnameable(folder);
    }

    @Override
    public List<Entry> list(SourcePath folder, Findings findings) {
        return all.list(folder, findings).stream()
                .filter(entry -> !gone.contains(entry.path()))
                .toList();
    }

    @Override
    public List<SourcePath> walk(SourcePath folder, Findings findings) {
        return all.walk(folder, findings).stream()
                .filter(path -> !gone.contains(path))
                .toList();
    }
}
