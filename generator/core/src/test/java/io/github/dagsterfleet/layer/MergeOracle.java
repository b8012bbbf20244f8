package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.layer.RandomStack.Said;
import io.github.dagsterfleet.schema.ExclusiveGroup;
import io.github.dagsterfleet.schema.ExclusiveGroup.Member;
import io.github.dagsterfleet.schema.ItemKey;
import io.github.dagsterfleet.schema.ListPolicy;
import io.github.dagsterfleet.schema.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * merge.md, as naive as it can be: plain data ({@link Map}, {@link List}, texts and numbers), no sharing, no traces, null
 * for absent. It takes what a reader has let through. Errors are collected as {@code code}.
 */
final class MergeOracle {
    final List<String> errors = new ArrayList<>();
    private final Shape root;
    private final Set<List<String>> locks = new LinkedHashSet<>();
    private final Map<String, @Nullable Object> snapshots = new LinkedHashMap<>();

    MergeOracle(Shape root) {
        this.root = root;
    }

    @Nullable
    Object fold(List<Said> layers) {
        Object state = null;
        for (Said layer : layers) {
            for (Object part : layer.parts()) {
                state = apply(state, part, root, List.of());
            }
            snapshots.put(layer.name(), state);
        }
        return state;
    }

    private @Nullable Object apply(@Nullable Object v, Object p, Shape shape, List<String> q) {
        if (p instanceof Map<?, ?> map) {
            return !map.isEmpty() && map.keySet().iterator().next().toString().startsWith("$")
                    ? operator(v, keys(map), shape, q)
                    : mapping(v, keys(map), shape, q);
        }
        if (shape.shorthand().isPresent()) {
            return mapping(v, Map.of(shape.shorthand().get(), p), shape, q);
        }
        if (v != null && (v instanceof Map || v instanceof List != p instanceof List)) {
            return error("layer/kind-clash", v);
        }
        return p instanceof List<?> list && !(shape.listPolicy() instanceof ListPolicy.Replace)
                ? items(v, list, shape, q)
                : change(v, p, q);
    }

    private @Nullable Object change(@Nullable Object v, @Nullable Object result, List<String> q) {
        return change(v, result, isLocked(q));
    }

    private @Nullable Object change(@Nullable Object v, @Nullable Object result, boolean locked) {
        return Objects.equals(v, result) || !locked ? result : error("layer/lock-broken", v);
    }

    private boolean isLocked(List<String> q) {
        return locks.stream().anyMatch(at -> begins(at, q) || begins(q, at));
    }

    private @Nullable Object mapping(@Nullable Object v, Map<String, Object> p, Shape shape, List<String> q) {
        if (v != null && !(v instanceof Map)) {
            return error("layer/kind-clash", v);
        }
        boolean locked = isLocked(q);
        Map<String, Object> result = v == null ? new LinkedHashMap<>() : new LinkedHashMap<>(keys(v));
        Set<String> failed = new LinkedHashSet<>();
        p.forEach((key, patch) -> {
            int before = errors.size();
            Shape below = shape.below(key).orElseThrow();
            put(result, key, apply(result.get(key), patch, below, join(q, key)));
            if (errors.size() > before) {
                failed.add(key);
            }
        });
        for (ExclusiveGroup group : v == null ? List.<ExclusiveGroup>of() : groups(shape)) {
            List<Member> set = group.members().stream()
                    .filter(member -> !failed.contains(member.path().get(0)))
                    .filter(member -> sets(p, member, 0, result))
                    .toList();
            if (set.size() > 1) {
                error("schema/exclusive", v);
            } else if (set.size() == 1) {
                group.members().stream()
                        .filter(member -> !member.equals(set.get(0)))
                        .forEach(member -> drop(result, member, 0, q));
            }
        }
        if (v == null && result.isEmpty()) {
            return !p.isEmpty() && failed.size() == p.size() ? null : change(v, result, locked);
        }
        return result;
    }

    private static List<ExclusiveGroup> groups(Shape shape) {
        return shape.mapping().map(keys -> keys.groups()).orElse(List.of());
    }

    private static boolean sets(@Nullable Object p, Member member, int depth, @Nullable Object result) {
        if (p instanceof Map<?, ?> map && !map.isEmpty()) {
            Map<String, Object> keys = keys(map);
            if (keys.containsKey("$lock")) {
                return sets(keys.get("$lock"), member, depth, result);
            }
            if (keys.containsKey("$reset")) {
                return (depth == member.path().size() && member.item().isEmpty()) || has(result, member, depth);
            }
            if (keys.containsKey("$replace")) {
                return has(keys.get("$replace"), member, depth);
            }
            if (keys.keySet().iterator().next().startsWith("$")) {
                return List.of("$merge", "$prepend", "$append").stream()
                        .anyMatch(operator -> has(keys.get(operator), member, depth));
            }
            if (depth < member.path().size()) {
                String key = member.path().get(depth);
                return sets(
                        keys.get(key), member, depth + 1, result instanceof Map<?, ?> below ? below.get(key) : null);
            }
        }
        return has(p, member, depth);
    }

    private static boolean has(@Nullable Object value, Member member, int depth) {
        if (depth < member.path().size()) {
            return value instanceof Map<?, ?> map && has(map.get(member.path().get(depth)), member, depth + 1);
        }
        return value != null
                && (member.item().isEmpty()
                        || (value instanceof List<?> list
                                && list.contains(member.item().get())));
    }

    private void drop(Map<String, Object> mapping, Member member, int depth, List<String> q) {
        String key = member.path().get(depth);
        List<String> at = join(q, key);
        Object value = mapping.get(key);
        if (!has(value, member, depth + 1)) {
            return;
        }
        if (depth + 1 < member.path().size()) {
            Map<String, Object> below = new LinkedHashMap<>(keys(value));
            drop(below, member, depth + 1, at);
            mapping.put(key, below);
        } else if (member.item().isEmpty()) {
            put(mapping, key, change(value, null, at));
        } else {
            List<Object> rest = new ArrayList<>((List<?>) value);
            rest.remove(member.item().get());
            put(mapping, key, change(value, rest, at));
        }
    }

    private @Nullable Object items(@Nullable Object v, List<?> p, Shape shape, List<String> q) {
        boolean locked = isLocked(q);
        Map<String, Object> items = byKey(v, shape);
        int failed = 0;
        for (Object item : p) {
            int before = errors.size();
            merge(items, item, shape, q);
            failed += errors.size() > before ? 1 : 0;
        }
        if (v == null && items.isEmpty()) {
            return !p.isEmpty() && failed == p.size() ? null : change(v, List.of(), locked);
        }
        return List.copyOf(items.values());
    }

    private void merge(Map<String, Object> items, Object item, Shape shape, List<String> q) {
        String key = key(item, shape);
        put(items, key, apply(items.get(key), item, shape.item(), join(q, key)));
    }

    private @Nullable Object operator(@Nullable Object v, Map<String, Object> p, Shape shape, List<String> q) {
        if (p.containsKey("$lock")) {
            int before = errors.size();
            Object result = apply(v, p.get("$lock"), shape, q);
            if (errors.size() == before) {
                locks.add(q);
            }
            return result;
        }
        if (p.containsKey("$reset")) {
            String layer = p.get("$reset").toString();
            return snapshots.containsKey(layer)
                    ? change(v, at(snapshots.get(layer), q, root), q)
                    : error("layer/later-layer", v);
        }
        if (p.containsKey("$replace")) {
            return change(v, new MergeOracle(root).apply(null, p.get("$replace"), shape, List.of()), q);
        }
        if (Boolean.TRUE.equals(p.get("$remove"))) {
            return v == null ? error("layer/nothing-to-remove", v) : change(v, null, q);
        }
        if (v != null && !(v instanceof List)) {
            return error("layer/kind-clash", v);
        }
        return shape.listPolicy() instanceof ListPolicy.Replace ? editWhole(v, p, q) : editItems(v, p, shape, q);
    }

    private @Nullable Object editWhole(@Nullable Object v, Map<String, Object> p, List<String> q) {
        List<Object> result = new ArrayList<>(v == null ? List.of() : (List<?>) v);
        int before = errors.size();
        for (Object item : list(p, "$remove")) {
            if (!result.removeAll(List.of(item))) {
                error("layer/item-not-there", v);
            }
        }
        result.addAll(0, list(p, "$prepend"));
        result.addAll(list(p, "$append"));
        return errors.size() > before ? v : change(v, result, q);
    }

    private @Nullable Object editItems(@Nullable Object v, Map<String, Object> p, Shape shape, List<String> q) {
        boolean locked = isLocked(q);
        Set<List<String>> locksBefore = Set.copyOf(locks);
        Map<String, Object> items = byKey(v, shape);
        int before = errors.size();
        for (Object item : list(p, "$remove")) {
            String key = item instanceof Map ? key(item, shape) : removedKey(item, shape);
            if (items.containsKey(key)) {
                put(items, key, change(items.get(key), null, join(q, key)));
            } else {
                error("layer/item-not-there", v);
            }
        }
        boolean failed = errors.size() > before;
        list(p, "$merge").forEach(item -> merge(items, item, shape, q));
        before = errors.size();
        Map<String, Object> first = new LinkedHashMap<>();
        for (String operator : List.of("$prepend", "$append")) {
            for (Object item : list(p, operator)) {
                String key = key(item, shape);
                if (items.containsKey(key) || first.containsKey(key)) {
                    error("layer/item-already-there", v);
                } else {
                    merge(operator.equals("$prepend") ? first : items, item, shape, q);
                }
            }
        }
        List<Object> result = new ArrayList<>(first.values());
        result.addAll(items.values());
        if (failed || errors.size() > before) {
            locks.retainAll(locksBefore);
            return v;
        }
        return v == null && result.isEmpty() ? change(v, result, locked) : result;
    }

    private static @Nullable Object at(@Nullable Object value, List<String> q, Shape shape) {
        if (value == null || q.isEmpty()) {
            return value;
        }
        boolean list = value instanceof List;
        Object child =
                list ? byKey(value, shape).get(q.get(0)) : value instanceof Map<?, ?> map ? map.get(q.get(0)) : null;
        return at(
                child,
                q.subList(1, q.size()),
                list ? shape.item() : shape.below(q.get(0)).orElse(Shape.UNTYPED));
    }

    private static Map<String, Object> byKey(@Nullable Object list, Shape shape) {
        Map<String, Object> items = new LinkedHashMap<>();
        if (list instanceof List<?> all) {
            all.forEach(item -> items.put(key(item, shape), item));
        }
        return items;
    }

    private static String key(Object item, Shape shape) {
        if (shape.listPolicy() instanceof ListPolicy.Keyed keyed) {
            return keyed.key() instanceof ItemKey.Fields fields
                    ? String.join(
                            " ",
                            fields.names().stream()
                                    .map(name -> String.valueOf(keys(item).get(name)))
                                    .toList())
                    : removedKey(item, shape);
        }
        return item.toString();
    }

    private static String removedKey(Object item, Shape shape) {
        if (shape.listPolicy() instanceof ListPolicy.Keyed keyed) {
            if (keyed.key() instanceof ItemKey.Requirement) {
                return item.toString()
                        .replaceAll("[^A-Za-z0-9_.-].*", "")
                        .replaceAll("[-_.]+", "-")
                        .toLowerCase(Locale.ROOT);
            }
            if (keyed.key() instanceof ItemKey.EnvItem) {
                return item.toString().replaceAll("=.*", "");
            }
        }
        return item.toString();
    }

    private @Nullable Object error(String code, @Nullable Object v) {
        errors.add(code);
        return v;
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value == null) {
            map.remove(key);
        } else {
            map.put(key, value);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> keys(@Nullable Object mapping) {
        return mapping == null ? Map.of() : (Map<String, Object>) mapping;
    }

    private static List<?> list(Map<String, Object> p, String operator) {
        return (List<?>) p.getOrDefault(operator, List.of());
    }

    private static List<String> join(List<String> q, String key) {
        List<String> longer = new ArrayList<>(q);
        longer.add(key);
        return longer;
    }

    private static boolean begins(List<String> path, List<String> start) {
        return start.size() <= path.size() && path.subList(0, start.size()).equals(start);
    }
}
