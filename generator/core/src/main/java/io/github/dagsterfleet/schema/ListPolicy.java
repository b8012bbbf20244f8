package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.syntax.Node;
import java.util.Optional;

/** How a plain list merges into an inherited one: by place in the schema, never globally, never by position. */
public sealed interface ListPolicy {
    /** The higher list stands alone. */
    ListPolicy REPLACE = new Replace();
    /** Items that are not yet there go last. */
    ListPolicy SET = new Union();

    /** The higher list stands alone. */
    record Replace() implements ListPolicy {}

    /** Items that are not yet there go last. */
    record Union() implements ListPolicy {}

    /** Items of one key merge in place, others go last. */
    record Keyed(ItemKey key) implements ListPolicy {}

    /** The key of an item under this policy; empty when items have none, or this one lacks it. */
    default Optional<String> keyOf(Node item) {
        return this instanceof Keyed keyed ? keyed.key().of(item) : Optional.empty();
    }
}
