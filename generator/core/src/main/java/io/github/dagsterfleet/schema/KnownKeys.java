package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.yaml.WholeLine;
import io.github.dagsterfleet.text.TextEdit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
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
        Set<String> known = known(key, keys);
        List<String> near = Suggestions.nearest(key.text(), known);
        return near.isEmpty()
                ? elsewhere(error(key, subject), key, known)
                : elsewhere(renamed(error(key, subject), near, List.of()), key, Set.of());
    }

    /** The same where more is known of what stands around the key, so that the one right edit may be told. */
    Finding unknown(Mapping.Entry entry, Shape here, Subject subject, Around around) {
        Scalar key = entry.key();
        Optional<MappingShape> closed =
                here.mapping().filter(keys -> keys.additional().isEmpty());
        if (closed.isEmpty()) {
            return unknown(key, here, subject);
        }
        Set<String> known = known(key, closed.get());
        List<String> near = Suggestions.nearest(key.text(), known);
        if (!near.isEmpty() && places(key.text()).isEmpty()) {
            return renamed(error(key, subject), near, renaming(key, around.nearest(), known));
        }
        Optional<Mapping.Entry> above = near.isEmpty() ? around.placeAbove(key.text()) : Optional.empty();
        return above.map(place -> error(key, subject)
                        .help(
                                "move it up, beside `" + place.name() + "`",
                                around.nearest().size() > 1 ? WholeLine.moved(entry, place) : List.of()))
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

    private static Finding renamed(Finding finding, List<String> near, List<TextEdit> edits) {
        return finding.help("rename it to " + SchemaFindings.alternatives(SchemaFindings.ticked(near)), edits);
    }

    /** None where two names are as near, or the mapping has the nearest already. */
    private static List<TextEdit> renaming(Scalar key, Mapping holder, Set<String> known) {
        return Suggestions.only(key.text(), known)
                .filter(name -> !holder.has(name))
                .map(name -> Edits.renamed(key, name))
                .orElse(List.of());
    }

    private Finding elsewhere(Finding finding, Scalar key, Set<String> known) {
        List<String> places = places(key.text());
        if (!places.isEmpty()) {
            return finding.help(
                    "move it to where it is known: " + SchemaFindings.alternatives(SchemaFindings.ticked(places)));
        }
        List<String> all = List.copyOf(known);
        return !all.isEmpty() && all.size() <= MOST_NAMES
                ? finding.help(
                        "use one of the keys known here: " + SchemaFindings.alternatives(SchemaFindings.ticked(all)))
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
