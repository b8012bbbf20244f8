package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.List;
import java.util.Optional;

/** Facts of which at most one may be said; a layer that says one drops the others that lower layers said. */
public record ExclusiveGroup(List<Member> members) {
    public ExclusiveGroup {
        members = List.copyOf(members);
    }

    /**
     * One of the facts.
     *
     * @param path keys from the mapping that has the group: {@code [build, registry]}
     * @param item the member is this item of the list at {@code path}, as with {@code dynamic: [version]}
     */
    public record Member(List<String> path, Optional<String> item) {
        public Member {
            path = List.copyOf(path);
        }

        /** Reads what {@link #words} writes. */
        static Member ofWords(String words) {
            int bracket = words.indexOf(": [");
            String path = bracket < 0 ? words : words.substring(0, bracket);
            return new Member(
                    List.of(path.split("\\.", -1)),
                    bracket < 0 ? Optional.empty() : Optional.of(words.substring(bracket + 3, words.length() - 1)));
        }

        /** As written in messages: {@code build.registry}, {@code dynamic: [version]}. */
        public String words() {
            String joined = String.join(".", path);
            return item.map(text -> joined + ": [" + text + "]").orElse(joined);
        }

        /** Where the mapping says this fact: the last key of the path, or the item. {@code $remove} says nothing. */
        public Optional<Scalar> saidIn(Mapping mapping) {
            Mapping at = mapping;
            int last = path.size() - 1;
            for (int i = 0; i < last; i++) {
                Optional<Mapping> below = at.mapping(path.get(i));
                if (below.isEmpty()) {
                    return Optional.empty();
                }
                at = below.get();
            }
            Optional<Mapping.Entry> entry = at.entry(path.get(last));
            if (entry.isEmpty() || isRemoval(entry.get().value())) {
                return Optional.empty();
            }
            return item.isEmpty()
                    ? entry.map(Mapping.Entry::key)
                    : itemOf(entry.get().value(), item.get());
        }

        private static boolean isRemoval(Node value) {
            return value instanceof Mapping mapping && mapping.size() == 1 && mapping.has("$remove");
        }

        private static Optional<Scalar> itemOf(Node list, String text) {
            if (list instanceof Sequence sequence) {
                for (Node item : sequence.items()) {
                    if (item instanceof Scalar scalar && scalar.text().equals(text)) {
                        return Optional.of(scalar);
                    }
                }
            }
            return Optional.empty();
        }
    }
}
