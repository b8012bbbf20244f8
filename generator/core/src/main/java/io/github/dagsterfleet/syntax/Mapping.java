package io.github.dagsterfleet.syntax;

import io.github.dagsterfleet.text.Origin;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keys and values in the order in which they were written or first merged; each key once. */
public final class Mapping implements Node {
    private final Map<String, Entry> entries;
    private final Origin origin;

    private Mapping(Map<String, Entry> entries, Origin origin) {
        this.entries = entries;
        this.origin = origin;
    }

    /** One key with its value. The key's origin is where it stands, or stood first. */
    public record Entry(Scalar key, Node value) {
        public String name() {
            return key.text();
        }
    }

    /** A mapping without keys. */
    public static Mapping empty(Origin origin) {
        return new Mapping(Map.of(), origin);
    }

    /** Collects entries; the mapping is made by {@link Builder#build}. */
    public static Builder builder() {
        return new Builder(new LinkedHashMap<>());
    }

    /** Begins with these entries; keys put again keep their place. */
    public Builder toBuilder() {
        return new Builder(new LinkedHashMap<>(entries));
    }

    public Optional<Node> get(String key) {
        return Optional.ofNullable(valueOf(key));
    }

    public Optional<Entry> entry(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** The value below {@code key} when it is a mapping. */
    public Optional<Mapping> mapping(String key) {
        return valueOf(key) instanceof Mapping mapping ? Optional.of(mapping) : Optional.empty();
    }

    /** The value below {@code key} when it is a list. */
    public Optional<Sequence> sequence(String key) {
        return valueOf(key) instanceof Sequence sequence ? Optional.of(sequence) : Optional.empty();
    }

    /** The scalars in the list below {@code key}; none where no list stands. */
    public List<Scalar> scalars(String key) {
        return valueOf(key) instanceof Sequence sequence ? sequence.scalars() : List.of();
    }

    /** The mappings in the list below {@code key}; none where no list stands. */
    public List<Mapping> mappings(String key) {
        return valueOf(key) instanceof Sequence sequence ? sequence.mappings() : List.of();
    }

    /** The value below {@code key} when it is a scalar. */
    public Optional<Scalar> scalar(String key) {
        return valueOf(key) instanceof Scalar scalar ? Optional.of(scalar) : Optional.empty();
    }

    private @Nullable Node valueOf(String key) {
        Entry entry = entries.get(key);
        return entry == null ? null : entry.value;
    }

    /** The text of the scalar below {@code key}, whatever its type. */
    public Optional<String> text(String key) {
        return scalar(key).map(Scalar::text);
    }

    public Collection<Entry> entries() {
        return Collections.unmodifiableCollection(entries.values());
    }

    public Collection<String> keys() {
        return Collections.unmodifiableCollection(entries.keySet());
    }

    public int size() {
        return entries.size();
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    public void forEach(Consumer<? super Entry> action) {
        entries.values().forEach(action);
    }

    @Override
    public Origin origin() {
        return origin;
    }

    @Override
    public Mapping withOrigin(Origin other) {
        return new Mapping(entries, other);
    }

    @Override
    public String kind() {
        return "a mapping";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (!(other instanceof Mapping that) || entries.size() != that.entries.size()) {
            return false;
        }
        for (Entry entry : entries.values()) {
            Entry counterpart = that.entries.get(entry.name());
            if (counterpart == null || !entry.value.equals(counterpart.value)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return entries.keySet().hashCode();
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder("{");
        entries.values().forEach(entry -> out.append(out.length() == 1 ? "" : ", ")
                .append(entry.name())
                .append(": ")
                .append(entry.value));
        return out.append('}').toString();
    }

    /** Not to be used any more once it has built. */
    public static final class Builder {
        private final Map<String, Entry> entries;

        private Builder(Map<String, Entry> entries) {
            this.entries = entries;
        }

        /** Sets the value; a key that is there keeps its place and its first origin. */
        public Builder put(Scalar key, Node value) {
            Entry known = entries.get(key.text());
            entries.put(key.text(), new Entry(known == null ? key : known.key, value));
            return this;
        }

        /** The same with a key that has the value's origin. */
        public Builder put(String key, Node value) {
            return put(Scalar.string(key, value.origin()), value);
        }

        public Builder putAll(Mapping other) {
            other.forEach(entry -> put(entry.key, entry.value));
            return this;
        }

        public Builder remove(String key) {
            entries.remove(key);
            return this;
        }

        public Optional<Node> get(String key) {
            return Optional.ofNullable(entries.get(key)).map(Entry::value);
        }

        public Optional<Entry> entry(String key) {
            return Optional.ofNullable(entries.get(key));
        }

        public boolean has(String key) {
            return entries.containsKey(key);
        }

        public boolean isEmpty() {
            return entries.isEmpty();
        }

        public Mapping build(Origin origin) {
            return new Mapping(entries, origin);
        }
    }
}
