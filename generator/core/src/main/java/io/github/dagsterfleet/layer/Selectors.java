package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.syntax.Mapping;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Cuts the keys that decide which layers exist out of what is said of a repo or a location: they are folded first, in a
 * stack of their own. {@code $lock} and {@code $replace} of the whole hold for both parts, {@code $remove} and {@code
 * $reset} for the facts.
 */
final class Selectors {
    static final Selectors OF_REPO = new Selectors(Set.of("agent", "profiles", "environments"));
    static final Selectors OF_LOCATION = new Selectors(Set.of("profiles", "environments"));

    private final Set<String> keys;

    private Selectors(Set<String> keys) {
        this.keys = keys;
    }

    /** What is said of the selectors. */
    Optional<Patch> in(Patch patch) {
        return only(patch, keys::contains, false);
    }

    /** What is said of everything else; may be no key at all. */
    Optional<Patch> out(Patch patch) {
        return only(patch, key -> !keys.contains(key), true);
    }

    private static Optional<Patch> only(Patch patch, Predicate<String> keys, boolean facts) {
        if (patch instanceof MappingPatch mapping) {
            MappingPatch part = mapping.only(keys);
            return facts || !part.entries().isEmpty() ? Optional.of(part) : Optional.empty();
        }
        if (patch instanceof LockPatch lock) {
            return only(lock.patch(), keys, facts).map(part -> new LockPatch(part, lock.lock()));
        }
        if (patch instanceof ReplacePatch replace && replace.value() instanceof Mapping value) {
            Mapping part = only(value, keys);
            return facts || !part.isEmpty() ? Optional.of(new ReplacePatch(replace.span(), part)) : Optional.empty();
        }
        return facts ? Optional.of(patch) : Optional.empty();
    }

    private static Mapping only(Mapping value, Predicate<String> keys) {
        Mapping.Builder part = Mapping.builder();
        value.forEach(entry -> {
            if (keys.test(entry.name())) {
                part.put(entry.key(), entry.value());
            }
        });
        return part.build(value.origin());
    }
}
