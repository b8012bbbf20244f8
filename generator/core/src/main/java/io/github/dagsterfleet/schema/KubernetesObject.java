package io.github.dagsterfleet.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys of one kind of Kubernetes object, which the agent takes in two spellings: its own, {@code image_pull_policy},
 * and that of the Kubernetes API, {@code imagePullPolicy}. To us they are one key, whose name is the first.
 *
 * <p>There are more of these keys than of all others together, and most runs need few: they are compiled when they are
 * first asked for.
 */
public final class KubernetesObject {
    private final KubernetesModels models;
    private final String model;
    private volatile @Nullable Map<String, Key> keys;

    KubernetesObject(KubernetesModels models, String model) {
        this.models = models;
        this.model = model;
    }

    /**
     * @param name the spelling to which the others are turned
     * @param other the other spelling, or the same where there is one only
     */
    record Key(String name, String other, Shape shape) {}

    /** What may stand below a key in either spelling; empty when the key is not known. */
    Optional<Shape> below(String key) {
        return Optional.ofNullable(keys().get(key)).map(Key::shape);
    }

    /** The name of the key; a key that is not known is its own. */
    String name(String key) {
        Key known = keys().get(key);
        return known == null ? key : known.name;
    }

    /** Every key, spelt as somebody spells who writes the given one. */
    List<String> spelledLike(String key) {
        boolean camel = key.chars().anyMatch(Character::isUpperCase);
        List<String> names = new ArrayList<>();
        keys().forEach((spelling, known) -> {
            if (spelling.equals(known.name)) {
                names.add(camel ? known.other : known.name);
            }
        });
        return names;
    }

    private Map<String, Key> keys() {
        Map<String, Key> compiled = keys;
        if (compiled == null) {
            compiled = models.keys(model);
            keys = compiled;
        }
        return compiled;
    }
}
