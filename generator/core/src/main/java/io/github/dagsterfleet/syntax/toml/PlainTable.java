package io.github.dagsterfleet.syntax.toml;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table while its file is read: later headers may still add to it. Whatever would add a key twice is refused. */
final class PlainTable {
    private final Span span;
    private final Map<String, Slot> slots = new LinkedHashMap<>();

    PlainTable(Span span) {
        this.span = span;
    }

    /** A key, and what it holds so far: a value, or else one table, or the tables of a list. */
    private record Slot(Scalar key, Optional<Node> value, List<PlainTable> tables, boolean isList) {
        Node build() {
            if (value.isPresent()) {
                return value.get();
            }
            if (!isList) {
                return tables.get(0).build();
            }
            List<Node> items = new ArrayList<>(tables.size());
            tables.forEach(table -> items.add(table.build()));
            return new Sequence(items, tables.get(0).span);
        }
    }

    boolean put(Scalar key, Node value) {
        return slots.putIfAbsent(key.text(), new Slot(key, Optional.of(value), List.of(), false)) == null;
    }

    /** The table in which a header with this key, but not as its last, goes on; made if need be. */
    Optional<PlainTable> inside(Scalar key, Span header) {
        Slot slot = slots.computeIfAbsent(
                key.text(), name -> new Slot(key, Optional.empty(), List.of(new PlainTable(header)), false));
        return slot.tables.isEmpty() ? Optional.empty() : Optional.of(slot.tables.get(slot.tables.size() - 1));
    }

    /** The table that a header with this last key begins. */
    Optional<PlainTable> begin(Scalar key, Span header) {
        PlainTable table = new PlainTable(header);
        Slot slot = new Slot(key, Optional.empty(), List.of(table), false);
        return slots.putIfAbsent(key.text(), slot) == null ? Optional.of(table) : Optional.empty();
    }

    /** The table that a header in double brackets with this last key begins. */
    Optional<PlainTable> append(Scalar key, Span header) {
        Slot slot = slots.computeIfAbsent(key.text(), name -> new Slot(key, Optional.empty(), new ArrayList<>(), true));
        if (!slot.isList) {
            return Optional.empty();
        }
        PlainTable table = new PlainTable(header);
        slot.tables.add(table);
        return Optional.of(table);
    }

    Mapping build() {
        Mapping.Builder builder = Mapping.builder();
        slots.values().forEach(slot -> builder.put(slot.key, slot.build()));
        return builder.build(span);
    }
}
