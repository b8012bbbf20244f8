package io.github.dagsterfleet.source;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.text.SourcePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Files that are in memory already: tests, resources of the jar, a simulated change. */
public final class MemorySources implements SourceSet {
    private final Map<SourcePath, SourceFile> files;

    private MemorySources(Map<SourcePath, SourceFile> files) {
        this.files = Collections.unmodifiableMap(files);
    }

    /** Files by path; the arrays are shared and must not change any more. */
    public static MemorySources of(Map<SourcePath, byte[]> contents) {
        TreeMap<SourcePath, SourceFile> files = new TreeMap<>();
        contents.forEach((path, bytes) -> files.put(path, new SourceFile(path, bytes)));
        return new MemorySources(files);
    }

    /** Texts by path, each held as UTF-8. */
    public static MemorySources ofTexts(Map<String, String> texts) {
        TreeMap<SourcePath, SourceFile> files = new TreeMap<>();
        texts.forEach((name, text) -> {
            SourcePath path = new SourcePath(name);
            files.put(path, new SourceFile(path, text.getBytes(StandardCharsets.UTF_8)));
        });
        return new MemorySources(files);
    }

    @Override
    public Optional<SourceFile> read(SourcePath path, Findings findings) {
        return Optional.ofNullable(files.get(path));
    }

    @Override
    public boolean isFile(SourcePath path) {
        return files.containsKey(path);
    }

    @Override
    public List<String> unnameable(SourcePath folder) {
        return List.of();
    }

    @Override
    public List<Entry> list(SourcePath folder, Findings findings) {
        TreeMap<SourcePath, Entry> entries = new TreeMap<>();
        for (SourcePath file : walk(folder, findings)) {
            String below = file.relativeTo(folder);
            int slash = below.indexOf('/');
            SourcePath child = folder.resolve(slash < 0 ? below : below.substring(0, slash));
            entries.put(child, new Entry(child, slash >= 0));
        }
        return List.copyOf(entries.values());
    }

    @Override
    public List<SourcePath> walk(SourcePath folder, Findings findings) {
        List<SourcePath> found = new ArrayList<>();
        for (SourcePath file : files.keySet()) {
            if (file.isBelow(folder) && !file.equals(folder)) {
                found.add(file);
            }
        }
        return found;
    }
}
