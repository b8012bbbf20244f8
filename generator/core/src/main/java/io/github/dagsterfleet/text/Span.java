package io.github.dagsterfleet.text;

/**
 * A stretch of one file. Lines and columns are 1-based and columns count code points; {@code start} and {@code end} are
 * 0-based {@code char} offsets into the decoded text, the end exclusive.
 */
public record Span(SourceText text, int start, int end) implements Origin, Comparable<Span> {
    public Span {
        if (start < 0 || end < start || end > text.content().length()) {
            throw new IllegalArgumentException(text + ": " + start + ".." + end);
        }
    }

    public SourcePath path() {
        return text.path();
    }

    public int line() {
        return text.lines().line(start);
    }

    public int column() {
        return text.lines().column(start);
    }

    public int endLine() {
        return text.lines().line(end);
    }

    /** The column behind the last character. */
    public int endColumn() {
        return text.lines().column(end);
    }

    /** The characters of this stretch, as they stand in the file. */
    public String content() {
        return text.content().substring(start, end);
    }

    /** From the beginning of this span to the end of the other, which must be of the same text and not end earlier. */
    public Span to(Span other) {
        return new Span(text, start, other.end);
    }

    @Override
    public Span span() {
        return this;
    }

    /** By file, then by place. */
    @Override
    public int compareTo(Span other) {
        int byPath = path().compareTo(other.path());
        if (byPath != 0) {
            return byPath;
        }
        int byStart = Integer.compare(start, other.start);
        return byStart != 0 ? byStart : Integer.compare(end, other.end);
    }

    /** Two spans are one when they name the same place, also in two readings of one file. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Span that
                && start == that.start
                && end == that.end
                && path().equals(that.path())
                && text.revision().equals(that.text.revision());
    }

    @Override
    public int hashCode() {
        return 31 * (31 * path().hashCode() + start) + end;
    }

    /** {@code file:line:column}, with the commit before it where the file is one of a commit. */
    @Override
    public String toString() {
        return text.name() + ":" + line() + ":" + column();
    }
}
