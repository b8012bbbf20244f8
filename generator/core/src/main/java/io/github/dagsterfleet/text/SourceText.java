package io.github.dagsterfleet.text;

import org.jspecify.annotations.Nullable;

/** One file's decoded text, without a byte order mark, and its name. */
public final class SourceText {
    private final SourcePath path;
    private final String content;
    private volatile @Nullable LineIndex lines;

    public SourceText(SourcePath path, String content) {
        this.path = path;
        this.content = content;
    }

    public SourcePath path() {
        return path;
    }

    public String content() {
        return content;
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
        return path.value();
    }
}
