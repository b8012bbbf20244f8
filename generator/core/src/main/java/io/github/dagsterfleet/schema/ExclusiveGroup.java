package io.github.dagsterfleet.schema;

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

        /** As written in messages: {@code build.registry}, {@code dynamic: [version]}. */
        public String words() {
            String joined = String.join(".", path);
            return item.map(text -> joined + ": [" + text + "]").orElse(joined);
        }
    }
}
