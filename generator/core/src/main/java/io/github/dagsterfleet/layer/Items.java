package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.schema.ListPolicy;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.Optional;

/** What tells the items of a merging list apart: the key of a keyed list's item, in a set the item itself. */
final class Items {
    private Items() {}

    /** The identity of an item, to be compared with {@code equals}; an item without its key is its own. */
    static Object key(Node item, ListPolicy policy) {
        Optional<String> key = policy.keyOf(item);
        return key.isPresent() ? key.get() : item;
    }

    /** An identity as a segment of a path. */
    static String words(Object key) {
        return key instanceof Scalar scalar ? scalar.text() : key.toString().replace('\n', ' ');
    }

    /** The item whose identity has these words. */
    static Optional<Node> find(Sequence list, String words, ListPolicy policy) {
        return list.items().stream()
                .filter(item -> words(key(item, policy)).equals(words))
                .findFirst();
    }
}
