package io.github.dagsterfleet.text;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One file's decoded text, without a byte order mark, and its name. */
public final class SourceText {
    private final SourcePath path;
    private final String content;
    private final Optional<String> revision;
    private volatile @Nullable LineIndex lines;

    public SourceText(SourcePath path, String content) {
        this(path, content, Optional.empty());
    }

    /** @param revision the commit in which the file says this, shortened; empty where it says so in the folder itself */
    public SourceText(SourcePath path, String content, Optional<String> revision) {
        this.path = path;
        this.content = content;
        this.revision = revision;
    }

    public SourcePath path() {
        return path;
    }

    public String content() {
        return content;
    }

    /** The commit in which the file says this, shortened; empty where it says so in the folder itself. */
    public Optional<String> revision() {
        return revision;
    }

    /** The same, which another commit has word for word. */
    public SourceText at(String other) {
        return new SourceText(path, content, Optional.of(other));
    }

    /** The file as people name it: for one of a commit as git does, {@code 4f2a1c9:repos/web/repo.yaml}. */
    public String name() {
        return revision.map(commit -> commit + ":" + path).orElseGet(path::value);
    }

    /** Made on first use: most files are never spoken about. */
    public LineIndex lines() {
        LineIndex known = lines;
        if (known == null) {
            known = new LineIndex(content);
            lines = known;
        }
        return known;
    }

    /** The text of one line (1-based) without its line end. */
    public String line(int line) {
        return content.substring(lines().start(line), lines().end(line));
    }

    /** A span by {@code char} offsets, the end exclusive. */
    public Span span(int start, int end) {
        return new Span(this, start, end);
    }

    /** The whole text. */
    public Span whole() {
        return new Span(this, 0, content.length());
    }

    @Override
    public String toString() {
        return name();
    }
}
