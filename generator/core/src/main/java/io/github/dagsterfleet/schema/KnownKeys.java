package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.yaml.WholeLine;
import io.github.dagsterfleet.text.TextEdit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What to say of a key that is not known where it stands. */
public final class KnownKeys {
    private static final int MOST_PLACES = 2;
    private static final int MOST_NAMES = 12;

    private final Shape file;
    /** By key, of the whole file; empty until somebody asks. */
    private final Map<String, List<String>> places = new HashMap<>();

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
        Set<String> known = known(key, keys);
        return withPlaces(withNames(error(key, subject), key, known, List.of()), key, known);
    }

    /** The same where the mappings around are known too: of what can have been meant by one edit only, that edit. */
    Finding unknown(Mapping.Entry entry, Shape here, Subject subject, Around around) {
        Scalar key = entry.key();
        Optional<MappingShape> closed =
                here.mapping().filter(keys -> keys.additional().isEmpty());
        if (closed.isEmpty()) {
            return unknown(key, here, subject);
        }
        Set<String> known = known(key, closed.get());
        if (!Suggestions.nearest(key.text(), known).isEmpty()) {
            List<TextEdit> edits = places(key.text()).isEmpty() ? renaming(key, around.nearest(), known) : List.of();
            return withPlaces(withNames(error(key, subject), key, known, edits), key, known);
        }
        return around.placeAbove(key.text())
                .map(place -> error(key, subject)
                        .help("move it up, beside `" + place.name() + "`", moving(entry, place, around.nearest())))
                .orElseGet(() -> unknown(key, here, subject));
    }

    private static Set<String> known(Scalar key, MappingShape keys) {
        Set<String> known = new LinkedHashSet<>(keys.properties().keySet());
        keys.object().ifPresent(object -> known.addAll(object.spelledLike(key.text())));
        return known;
    }

    private static Finding error(Scalar key, Subject subject) {
        return Finding.at(
                        FindingCode.SCHEMA_UNKNOWN_KEY,
                        key.origin(),
                        "unknown key " + Spelling.shown(key.text()) + subject.in())
                .label("unknown key");
    }

    /** None where two names are as near, or the mapping has the nearest already. */
    private static List<TextEdit> renaming(Scalar key, Mapping holder, Set<String> known) {
        return Suggestions.only(key.text(), known)
                .filter(name -> !holder.has(name))
                .map(name -> Edits.renamed(key, name))
                .orElse(List.of());
    }

    /** None where nothing would be left in the mapping that holds the key: a null says something else. */
    private static List<TextEdit> moving(Mapping.Entry entry, Mapping.Entry place, Mapping holder) {
        return holder.size() > 1 ? WholeLine.moved(entry, place) : List.of();
    }

    private static Finding withNames(Finding finding, Scalar key, Set<String> known, List<TextEdit> edits) {
        List<String> near = Suggestions.nearest(key.text(), known);
        return near.isEmpty() ? finding : finding.help("rename it to " + Names.choice(near), edits);
    }

    /** Other places for the key; where nothing is near in any sense, all keys of this one. */
    private Finding withPlaces(Finding finding, Scalar key, Set<String> known) {
        List<String> places = places(key.text());
        if (!places.isEmpty()) {
            return finding.help("move it to where it is known: " + Names.choice(places));
        }
        return finding.ways().isEmpty() && !known.isEmpty() && known.size() <= MOST_NAMES
                ? finding.help("use one of the keys known here: " + Names.choice(List.copyOf(known)))
                : finding;
    }

    private record Level(Shape shape, String path) {
        Level below(String step) {
            return new Level(shape, path.isEmpty() ? step : path + "." + step);
        }
    }

    /** The paths of this key in the file, the highest first; empty when there are too many to tell which is meant. */
    private List<String> places(String key) {
        if (places.isEmpty()) {
            collectPlaces();
        }
        List<String> found = places.getOrDefault(key, List.of());
        return found.size() <= MOST_PLACES ? found : List.of();
    }

    private void collectPlaces() {
        Set<Shape> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Level> levels = new ArrayDeque<>(List.of(new Level(file, "")));
        while (!levels.isEmpty()) {
            Level level = levels.removeFirst();
            if (!seen.add(level.shape)) {
                continue;
            }
            level.shape.mapping().ifPresent(keys -> {
                keys.properties().forEach((name, shape) -> {
                    String path = level.below(name).path;
                    places.computeIfAbsent(name, key -> new ArrayList<>(1)).add(path);
                    levels.add(new Level(shape, path));
                });
                keys.additional()
                        .ifPresent(shape -> levels.add(new Level(shape, level.below("<" + shape.name() + ">").path)));
            });
            level.shape.list().ifPresent(list -> levels.add(new Level(list.item(), level.path + "[]")));
        }
    }
}
