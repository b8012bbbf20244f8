package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.syntax.Node;
import java.util.Optional;

/** How a plain list merges into an inherited one: by place in the schema, never globally, never by position. */
// No class waits for another here: an interface without default methods is not initialised with its implementations.
@SuppressWarnings("ClassInitializationDeadlock")
public sealed interface ListPolicy {
    /** The higher list stands alone. */
    ListPolicy REPLACE = new Replace();
    /** Items that are not yet there go last. */
    ListPolicy SET = new Union();

    /** The higher list stands alone. */
    record Replace() implements ListPolicy {
        @Override
        public Optional<String> keyOf(Node item) {
            return Optional.empty();
        }
    }

    /** Items that are not yet there go last. */
    record Union() implements ListPolicy {
        @Override
        public Optional<String> keyOf(Node item) {
            return Optional.empty();
        }
    }

    /** Items of one key merge in place, others go last. */
    record Keyed(ItemKey key) implements ListPolicy {
        @Override
        public Optional<String> keyOf(Node item) {
            return key.of(item);
        }
    }

    /** The key of an item under this policy; empty when items have none, or this one lacks it. */
    Optional<String> keyOf(Node item);
}
