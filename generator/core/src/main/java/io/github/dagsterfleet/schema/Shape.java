package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What may stand at one place: a scalar, a mapping, a list, or several of these; which one is decided by the kind of
 * what stands there, never by trying. A shape without any of them is {@link #isUntyped untyped} and takes everything
 * below it as it is.
 *
 * @param name what the place is called in messages, such as {@code location}
 * @param shorthand the key that a lone scalar here stands for: with {@code value}, {@code X: v} is {@code X: {value: v}}
 * @param secret whether the value must never be printed
 */
public record Shape(
        String name,
        Optional<ScalarShape> scalar,
        Optional<MappingShape> mapping,
        Optional<ListShape> list,
        Optional<String> shorthand,
        boolean secret) {
    /** Takes anything; scalars in it must read alike under YAML 1.1 and 1.2, and lists are replaced as a whole. */
    public static final Shape UNTYPED =
            new Shape("value", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

    /** Takes scalars only. */
    public static Shape ofScalar(String name, ScalarShape scalar) {
        return new Shape(name, Optional.of(scalar), Optional.empty(), Optional.empty(), Optional.empty(), false);
    }

    /** Takes mappings only. */
    public static Shape ofMapping(String name, MappingShape mapping) {
        return new Shape(name, Optional.empty(), Optional.of(mapping), Optional.empty(), Optional.empty(), false);
    }

    /** Takes lists only. */
    public static Shape ofList(String name, ListShape list) {
        return new Shape(name, Optional.empty(), Optional.empty(), Optional.of(list), Optional.empty(), false);
    }

    public boolean isUntyped() {
        return scalar.isEmpty() && mapping.isEmpty() && list.isEmpty();
    }

    /** The shape below a key: empty for a key that is not known here; untyped below what is untyped. */
    public Optional<Shape> below(String key) {
        if (isUntyped()) {
            return Optional.of(UNTYPED);
        }
        return mapping.isPresent() ? mapping.get().property(key) : Optional.empty();
    }

    /** The same with one more key below these ones. */
    public Shape with(List<String> keys, Shape added) {
        return changed(keys, (known, key) -> known.put(key, added));
    }

    /** The same without the last of these keys below the others. */
    public Shape without(List<String> keys) {
        return changed(keys, Map::remove);
    }

    private Shape changed(List<String> keys, BiConsumer<Map<String, Shape>, String> change) {
        MappingShape before = mapping.orElseThrow(() -> new IllegalStateException("no keys in " + name));
        Map<String, Shape> properties = new LinkedHashMap<>(before.properties());
        if (keys.size() == 1) {
            change.accept(properties, keys.get(0));
        } else {
            properties.computeIfPresent(
                    keys.get(0), (key, below) -> below.changed(keys.subList(1, keys.size()), change));
        }
        return new Shape(name, scalar, Optional.of(before.with(properties)), list, shorthand, secret);
    }

    /** The key that is meant by a key as written: of a key with two spellings the one that is its name. */
    public Scalar named(Scalar key) {
        String name = named(key.text());
        return name.equals(key.text()) ? key : new Scalar(name, key.type(), key.origin());
    }

    /** The same for the key's text. */
    public String named(String key) {
        return mapping.isPresent() && mapping.get().object().isPresent()
                ? mapping.get().object().get().name(key)
                : key;
    }

    /** The mapping that a lone scalar here is short for; anything else, null too, as it is. */
    public Node expanded(Node node) {
        return shorthand.isPresent()
                        && scalar.isEmpty()
                        && node instanceof Scalar lone
                        && lone.type() != ScalarType.NULL
                ? Mapping.builder().put(shorthand.get(), lone).build(lone.origin())
                : node;
    }

    /** The shape of the items of a list here. */
    public Shape item() {
        return list.map(ListShape::item).orElse(UNTYPED);
    }

    /** How lists merge here: replaced as a whole unless the shape says otherwise. */
    public ListPolicy listPolicy() {
        return list.map(ListShape::policy).orElse(ListPolicy.REPLACE);
    }
}
