package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mapping on its way to a document: what layers said of it, if they did, and what is derived into it. */
final class DocumentDraft {
    private final @Nullable Mapping merged;
    private final Mapping.Builder entries;
    private final List<Node> derived = new ArrayList<>();

    private DocumentDraft(@Nullable Mapping merged) {
        this.merged = merged;
        this.entries = merged == null ? Mapping.builder() : merged.toBuilder();
    }

    /** Nothing was said. */
    static DocumentDraft empty() {
        return new DocumentDraft(null);
    }

    static DocumentDraft over(Mapping merged) {
        return new DocumentDraft(merged);
    }

    /** Begins the mapping below {@code key}; {@link #put(String, DocumentDraft)} puts it back. */
    DocumentDraft below(String key) {
        return mapping(key).map(DocumentDraft::over).orElseGet(DocumentDraft::empty);
    }

    Optional<Node> get(String key) {
        return entries.get(key);
    }

    Optional<Mapping> mapping(String key) {
        return get(key).filter(Mapping.class::isInstance).map(Mapping.class::cast);
    }

    Optional<Sequence> sequence(String key) {
        return get(key).filter(Sequence.class::isInstance).map(Sequence.class::cast);
    }

    Optional<Scalar> scalar(String key) {
        return get(key).filter(Scalar.class::isInstance).map(Scalar.class::cast);
    }

    void put(String key, Node value) {
        entries.put(key, value);
        derived.add(value);
    }

    /** Puts a mapping begun with {@link #below}; one into which nothing was derived stays as it was. */
    void put(String key, DocumentDraft child) {
        if (!child.derived.isEmpty()) {
            put(key, child.build());
        }
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The mapping that was merged when nothing was derived into it; not to be called on an empty draft. */
    Mapping build() {
        if (merged == null) {
            return Derived.mapping(entries, List.copyOf(derived));
        }
        return derived.isEmpty() ? merged : Derived.extended(merged, entries, derived.get(0));
    }
}
