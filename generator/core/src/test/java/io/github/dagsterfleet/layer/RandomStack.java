package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.layer.Operator.Permission;
import io.github.dagsterfleet.schema.ItemKey;
import io.github.dagsterfleet.schema.ListPolicy;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.schema.Subject;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourcePath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Makes layers that say much about few places, so that operators, locks, exclusive groups and keyed lists meet. Only what
 * the reader lets through counts: a part with a mistake is made anew.
 */
final class RandomStack {
    static final List<String> NAMES = List.of("base", "environment", "agent", "profile:p", "repo", "overlay");
    private static final List<String> LETTERS = List.of("a", "b", "c");

    private final Random random;
    private final boolean operators;

    private RandomStack(long seed, boolean operators) {
        this.random = new Random(seed);
        this.operators = operators;
    }

    /** What a layer says of one location, as plain data and as read. */
    record Said(String name, List<Object> parts, List<Patch> patches) {
        Layer layer(boolean shared) {
            return layer(name, patches, shared);
        }

        /** The parts stand in {@code location} and {@code locations.x}; one part stands in the first. */
        static Layer layer(String name, List<Patch> patches, boolean shared) {
            LayerPatch patch = new LayerPatch(
                    Optional.empty(),
                    Optional.empty(),
                    patches.stream().findFirst(),
                    Optional.empty(),
                    patches.size() < 2
                            ? Map.of()
                            : Map.of(
                                    "x",
                                    new LayerPatch.Named(
                                            Scalar.string("x", patches.get(1).span()),
                                            Optional.of(patches.get(1)),
                                            Optional.empty())),
                    Optional.empty(),
                    Map.of());
            return new Layer(new LayerName(name), new SourcePath(name + ".yaml"), patch, shared);
        }
    }

    static List<Said> withOperators(long seed) {
        return new RandomStack(seed, true).layers();
    }

    /** Without operators and locks. */
    static List<Said> plain(long seed) {
        return new RandomStack(seed, false).layers();
    }

    static LayerStack stack(List<Layer> layers) {
        return LayerStack.ofLocation(layers, "x");
    }

    static LayerStack stack(List<Said> said, int shared) {
        List<Layer> layers = new ArrayList<>();
        said.forEach(layer -> layers.add(layer.layer(layers.size() < shared)));
        return stack(layers);
    }

    private List<Said> layers() {
        List<Said> layers = new ArrayList<>();
        for (String name : NAMES) {
            layers.add(said(name));
        }
        return layers;
    }

    private Said said(String name) {
        PlainData places = new PlainData(name + ".yaml");
        List<Object> parts = new ArrayList<>();
        List<Patch> patches = new ArrayList<>();
        for (int parted = random.nextInt(4); parted > 1 || (parted == 1 && parts.isEmpty()); parted--) {
            Object part = patch(TestShapes.LOCATION, 0);
            Optional<Patch> patch = read(places, part);
            while (patch.isEmpty()) {
                part = patch(TestShapes.LOCATION, 0);
                patch = read(places, part);
            }
            parts.add(part);
            patches.add(patch.get());
        }
        return new Said(name, parts, patches);
    }

    private static Optional<Patch> read(PlainData places, Object part) {
        Findings findings = new Findings();
        Optional<Patch> patch = new PatchReader(TestShapes.LOCATION, findings)
                .read(places.tree(part), TestShapes.LOCATION, Subject.TOP, Permission.ALLOWED);
        return findings.hasErrors() ? Optional.empty() : patch;
    }

    private Object patch(Shape shape, int depth) {
        if (!operators || random.nextInt(100) >= (depth == 0 ? 4 : 20)) {
            return plain(shape, depth, () -> operators);
        }
        return switch (random.nextInt(shape.list().isPresent() || shape.isUntyped() ? 8 : 5)) {
            case 0 -> Map.of("$remove", true);
            case 1 -> Map.of("$reset", one(NAMES.subList(0, 5)));
            case 2 -> Map.of("$replace", plain(shape, depth, () -> false));
            case 3 -> lock(patch(shape, depth));
            case 4 -> plain(shape, depth, () -> true);
            default -> edit(shape);
        };
    }

    private static Object lock(Object patch) {
        Map<String, Object> lock = new LinkedHashMap<>();
        lock.put("$lock", patch);
        lock.put("$reason", "so it is");
        return lock;
    }

    private Object plain(Shape shape, int depth, Supplier<Boolean> inside) {
        if (shape.isUntyped()) {
            return untyped(depth, inside.get());
        }
        if (shape.list().isPresent()) {
            return items(shape, inside.get());
        }
        if (shape.mapping().isPresent()) {
            return shape.shorthand().isPresent() && random.nextInt(3) == 0
                    ? one(LETTERS)
                    : mapping(shape, depth, inside.get());
        }
        return shape.name().equals("number") ? (Object) (1 + random.nextInt(3)) : one(LETTERS);
    }

    private Object untyped(int depth, boolean inside) {
        return switch (random.nextInt(depth > 3 ? 2 : 4)) {
            case 0 -> one(LETTERS);
            case 1 -> List.of(one(LETTERS), one(LETTERS));
            default -> mapping(Shape.UNTYPED, depth, inside);
        };
    }

    private Map<String, Object> mapping(Shape shape, int depth, boolean inside) {
        List<String> keys = new ArrayList<>(
                shape.mapping().isEmpty() || shape.mapping().get().properties().isEmpty()
                        ? LETTERS
                        : shape.mapping().get().properties().keySet());
        Collections.shuffle(keys, random);
        Map<String, Object> mapping = new LinkedHashMap<>();
        for (String key : keys.subList(0, Math.min(keys.size(), random.nextInt(depth == 0 ? 6 : 3)))) {
            if (random.nextInt(4) > 0 && isExcluded(key, mapping, shape)) {
                continue;
            }
            Shape below = shape.below(key).orElseThrow();
            mapping.put(key, inside ? patch(below, depth + 1) : plain(below, depth + 1, () -> false));
        }
        return mapping;
    }

    /** Whether the mapping has a key of the same exclusive group, which is fine only when one of the two is removed. */
    private static boolean isExcluded(String key, Map<String, Object> mapping, Shape shape) {
        return shape.mapping().isPresent()
                && shape.mapping().get().groups().stream()
                        .map(group -> group.members().stream()
                                .map(member -> member.path().get(0))
                                .toList())
                        .anyMatch(keys -> keys.contains(key) && keys.stream().anyMatch(mapping::containsKey));
    }

    private List<Object> items(Shape list, boolean inside) {
        List<Object> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(item(list, inside));
        }
        return items;
    }

    private Object item(Shape list, boolean inside) {
        if (list.listPolicy() instanceof ListPolicy.Keyed keyed) {
            if (keyed.key() instanceof ItemKey.Fields fields) {
                Map<String, Object> item = new LinkedHashMap<>();
                fields.names()
                        .forEach(name ->
                                item.put(name, plain(list.item().below(name).orElseThrow(), 1, () -> false)));
                mapping(list.item(), 1, inside).forEach(item::putIfAbsent);
                return item;
            }
            return keyed.key() instanceof ItemKey.Requirement
                    ? one(List.of("a", "A>=1", "b-c", "b_c<2", "d[x]"))
                    : one(List.of("A", "A=1", "B=2", "B=3"));
        }
        return one(LETTERS);
    }

    private Map<String, Object> edit(Shape list) {
        Map<String, Object> edit = new LinkedHashMap<>();
        boolean keyed = list.listPolicy() instanceof ListPolicy.Keyed;
        if (random.nextInt(2) == 0) {
            edit.put("$remove", List.of(keyed ? removed(list) : one(LETTERS)));
        }
        if (random.nextInt(2) == 0 && !(list.listPolicy() instanceof ListPolicy.Replace)) {
            edit.put("$merge", items(list, true));
        }
        if (random.nextInt(2) == 0) {
            edit.put("$prepend", items(list, true));
        }
        if (edit.isEmpty() || random.nextInt(2) == 0) {
            edit.put("$append", items(list, true));
        }
        return edit;
    }

    private Object removed(Shape list) {
        ItemKey key = ((ListPolicy.Keyed) list.listPolicy()).key();
        if (key instanceof ItemKey.Fields fields) {
            return fields.names().size() == 1 ? one(LETTERS) : item(list, false);
        }
        return key instanceof ItemKey.Requirement ? one(List.of("a", "B_C", "d")) : one(List.of("A", "B"));
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
