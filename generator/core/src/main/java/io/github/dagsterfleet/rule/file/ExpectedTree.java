package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.text.TextEdit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The tree that edits are meant to make of another one, told without looking at the text that they make: an edit of a key
 * renames it, an edit of a value makes a text of it, and of two edits that belong together one takes an entry away and the
 * other puts it before another key.
 */
final class ExpectedTree {
    private final TreeMap<Integer, TextEdit> edits = new TreeMap<>();
    /** Where the entry is put that an edit takes away, both by their offsets. */
    private final Map<Integer, Integer> moves = new HashMap<>();

    private final Map<Integer, Mapping.Entry> moved = new HashMap<>();

    private ExpectedTree(List<List<TextEdit>> fixes) {
        for (List<TextEdit> fix : fixes) {
            fix.forEach(edit -> edits.put(edit.span().start(), edit));
            fix.stream().filter(edit -> edit.replacement().isEmpty()).forEach(from -> fix.stream()
                    .filter(edit -> !edit.replacement().isEmpty())
                    .forEach(to -> moves.put(from.span().start(), to.span().start())));
        }
    }

    /** @param fixes each the edits that belong together; no two edits touch */
    static Node tree(Node before, List<List<TextEdit>> fixes) {
        ExpectedTree expected = new ExpectedTree(fixes);
        expected.collectMoved(before);
        return expected.of(before);
    }

    private void collectMoved(Node node) {
        if (node instanceof Mapping mapping) {
            for (Mapping.Entry entry : mapping.entries()) {
                takenAway(entry)
                        .map(edit -> moves.get(edit.span().start()))
                        .ifPresent(destination -> moved.put(destination, entry));
                collectMoved(entry.value());
            }
        } else if (node instanceof Sequence list) {
            list.items().forEach(this::collectMoved);
        }
    }

    private Optional<TextEdit> takenAway(Mapping.Entry entry) {
        return Optional.ofNullable(edits.floorEntry(entry.key().span().start()))
                .map(Map.Entry::getValue)
                .filter(edit -> edit.replacement().isEmpty())
                .filter(edit -> entry.value().span().end() <= edit.span().end());
    }

    private Node of(Node node) {
        if (node instanceof Mapping mapping) {
            return mapping(mapping);
        }
        if (node instanceof Sequence list) {
            List<Node> items = new ArrayList<>(list.items().size());
            list.items().forEach(item -> items.add(of(item)));
            return new Sequence(items, list.origin());
        }
        Scalar scalar = (Scalar) node;
        return edit(scalar).isPresent() ? Scalar.string(scalar.text(), scalar.origin()) : scalar;
    }

    private Mapping mapping(Mapping mapping) {
        Mapping.Builder built = Mapping.builder();
        for (Mapping.Entry entry : mapping.entries()) {
            Optional.ofNullable(moved.get(entry.key().span().start()))
                    .ifPresent(other -> built.put(other.key(), other.value()));
            if (takenAway(entry).isEmpty()) {
                built.put(key(entry.key()), of(entry.value()));
            }
        }
        return built.build(mapping.origin());
    }

    private Scalar key(Scalar key) {
        return edit(key)
                .map(edit -> Scalar.string(unquoted(edit.replacement()), key.origin()))
                .orElse(key);
    }

    private Optional<TextEdit> edit(Scalar scalar) {
        return Optional.ofNullable(edits.get(scalar.span().start()))
                .filter(edit -> edit.span().equals(scalar.span()));
    }

    private static String unquoted(String name) {
        return name.replace("\"", "").replace("'", "");
    }
}
