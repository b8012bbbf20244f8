package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What to say of a key that is not known where it stands. */
public final class KnownKeys {
    private static final int MOST_PLACES = 2;
    private static final int MOST_NAMES = 12;

    private final Shape file;

    /** @param file the shape of the whole file, in which other places for the key are looked for */
    public KnownKeys(Shape file) {
        this.file = file;
    }

    /**
     * The error for a key for which {@code here.below} is empty.
     *
     * @param here the shape of the mapping that holds the key
     * @param subject the mapping
     */
    public Finding unknown(Scalar key, Shape here, Subject subject) {
        MappingShape keys = here.mapping().orElseThrow(() -> new IllegalStateException("no keys in " + here.name()));
        if (keys.additional().isPresent()) {
            return SchemaFindings.form(key, Shape.UNTYPED, keys.keyForm().orElseThrow());
        }
        Finding finding = Finding.at(
                        FindingCode.SCHEMA_UNKNOWN_KEY,
                        key.origin(),
                        "unknown key " + Spelling.shown(key.text()) + subject.in())
                .label("unknown key");
        Set<String> known = new LinkedHashSet<>(keys.properties().keySet());
        keys.object().ifPresent(object -> known.addAll(object.spelledLike(key.text())));
        List<String> near = Suggestions.nearest(key.text(), known);
        if (!near.isEmpty()) {
            finding = finding.help("rename it to " + Names.choice(near));
        }
        List<String> places = places(key.text());
        if (!places.isEmpty()) {
            return finding.help("move it to where it is known: " + Names.choice(places));
        }
        List<String> all = List.copyOf(known);
        return near.isEmpty() && !all.isEmpty() && all.size() <= MOST_NAMES
                ? finding.help("use one of the keys known here: " + Names.choice(all))
                : finding;
    }

    private record Level(Shape shape, String path) {
        Level below(String step) {
            return new Level(shape, path.isEmpty() ? step : path + "." + step);
        }
    }

    /** The paths of this key in the file, the highest first; empty when there are too many to tell which is meant. */
    private List<String> places(String key) {
        List<String> found = new ArrayList<>();
        Set<Shape> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Level> levels = new ArrayDeque<>(List.of(new Level(file, "")));
        while (!levels.isEmpty() && found.size() <= MOST_PLACES) {
            Level level = levels.removeFirst();
            if (!seen.add(level.shape)) {
                continue;
            }
            level.shape.mapping().ifPresent(keys -> {
                if (keys.properties().containsKey(key)) {
                    found.add(level.below(key).path);
                }
                keys.properties().forEach((name, shape) -> levels.add(new Level(shape, level.below(name).path)));
                keys.additional()
                        .ifPresent(shape -> levels.add(new Level(shape, level.below("<" + shape.name() + ">").path)));
            });
            level.shape.list().ifPresent(list -> levels.add(new Level(list.item(), level.path + "[]")));
        }
        return found.size() <= MOST_PLACES ? found : List.of();
    }
}
