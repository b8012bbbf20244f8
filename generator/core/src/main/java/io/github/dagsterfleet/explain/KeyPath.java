package io.github.dagsterfleet.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A way down a tree, as a person writes it: names joined by dots, a name with a dot in it in quotes, items of a list by
 * what tells them apart: {@code projects.".".pyproject.project.dependencies[pandas]}.
 */
record KeyPath(List<Segment> segments) {
    static final KeyPath ROOT = new KeyPath(List.of());

    KeyPath {
        segments = List.copyOf(segments);
    }

    /** Empty for a text of another form. */
    static Optional<KeyPath> parse(String text) {
        return new Parser(text).path();
    }

    int length() {
        return segments.size();
    }

    Segment first() {
        return segments.get(0);
    }

    Segment last() {
        return segments.get(segments.size() - 1);
    }

    KeyPath to(int end) {
        return new KeyPath(segments.subList(0, end));
    }

    KeyPath from(int start) {
        return new KeyPath(segments.subList(start, segments.size()));
    }

    KeyPath plus(Segment segment) {
        return plus(new KeyPath(List.of(segment)));
    }

    KeyPath plus(KeyPath below) {
        List<Segment> all = new ArrayList<>(segments);
        all.addAll(below.segments);
        return new KeyPath(all);
    }

    /** The names, as keys. */
    static KeyPath ofNames(String... names) {
        List<Segment> segments = new ArrayList<>();
        for (String name : names) {
            segments.add(new Segment.Name(name));
        }
        return new KeyPath(segments);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        for (Segment segment : segments) {
            if (segment instanceof Segment.Item item) {
                out.append('[').append(quoted(item.text(), "[]\"'")).append(']');
            } else if (segment instanceof Segment.Name name) {
                out.append(out.isEmpty() ? "" : ".").append(quoted(name.text(), ".[]\"'"));
            }
        }
        return out.toString();
    }

    private static String quoted(String text, String special) {
        boolean plain = !text.isEmpty() && text.equals(text.strip());
        for (int i = 0; plain && i < text.length(); i++) {
            plain = special.indexOf(text.charAt(i)) < 0;
        }
        return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Reads from left to right and gives up at the first character that fits nowhere. */
    private static final class Parser {
        private final String text;
        private final List<Segment> segments = new ArrayList<>();
        private int at;

        Parser(String text) {
            this.text = text;
        }

        Optional<KeyPath> path() {
            boolean good = name();
            while (good && at < text.length()) {
                char c = text.charAt(at++);
                good = c == '[' ? item() : c == '.' && (isAt('[') || name());
            }
            return good ? Optional.of(new KeyPath(segments)) : Optional.empty();
        }

        private boolean name() {
            return word(".[]")
                    .filter(word -> segments.add(new Segment.Name(word)))
                    .isPresent();
        }

        private boolean item() {
            Optional<String> word = word("[]");
            if (word.isEmpty() || !isAt(']')) {
                return false;
            }
            at++;
            return segments.add(new Segment.Item(word.get()));
        }

        private boolean isAt(char c) {
            return at < text.length() && text.charAt(at) == c;
        }

        /** A word in quotes, which may be empty, or one up to any of these characters, which may not. */
        private Optional<String> word(String ends) {
            if (isAt('"') || isAt('\'')) {
                return quotedWord(text.charAt(at++));
            }
            int start = at;
            while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return at == start ? Optional.empty() : Optional.of(text.substring(start, at));
        }

        private Optional<String> quotedWord(char quote) {
            StringBuilder word = new StringBuilder();
            while (at < text.length()) {
                char c = text.charAt(at++);
                if (c == quote) {
                    return Optional.of(word.toString());
                }
                if (c == '\\' && at < text.length()) {
                    c = text.charAt(at++);
                }
                word.append(c);
            }
            return Optional.empty();
        }
    }
}
