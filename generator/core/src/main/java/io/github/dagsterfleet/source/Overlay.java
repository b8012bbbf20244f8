package io.github.dagsterfleet.source;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.text.SourcePath;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** One set of files over another: where both have a path, the upper one is seen. */
public record Overlay(SourceSet upper, SourceSet lower) implements SourceSet {
    @Override
    public Optional<SourceFile> read(SourcePath path, Findings findings) {
        int before = findings.errorCount();
        Optional<SourceFile> file = upper.read(path, findings);
        boolean refused = findings.errorCount() > before;
        return file.isPresent() || refused ? file : lower.read(path, findings);
    }

    @Override
    public boolean isFile(SourcePath path) {
        return upper.isFile(path) || lower.isFile(path);
    }

    @Override
    public List<String> unnameable(SourcePath folder) {
        TreeSet<String> names = new TreeSet<>(lower.unnameable(folder));
        names.addAll(upper.unnameable(folder));
        return List.copyOf(names);
    }

    @Override
    public List<Entry> list(SourcePath folder, Findings findings) {
        TreeMap<SourcePath, Entry> entries = new TreeMap<>();
        lower.list(folder, findings).forEach(entry -> entries.put(entry.path(), entry));
        upper.list(folder, findings).forEach(entry -> entries.put(entry.path(), entry));
        return List.copyOf(entries.values());
    }

    @Override
    public List<SourcePath> walk(SourcePath folder, Findings findings) {
        TreeSet<SourcePath> files = new TreeSet<>(lower.walk(folder, findings));
        files.addAll(upper.walk(folder, findings));
        return List.copyOf(files);
    }
}
