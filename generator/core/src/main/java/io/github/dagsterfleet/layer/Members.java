package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.schema.ExclusiveGroup.Member;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.Optional;

/** Looks for members of exclusive groups in values. */
final class Members {
    private Members() {}

    /** Whether the value, to which {@code depth} keys of the member's path have led, has the member. */
    static boolean has(Node value, Member member, int depth) {
        if (depth == member.path().size()) {
            return member.item().isEmpty() || isItem(value, member);
        }
        Optional<Node> next =
                value instanceof Mapping mapping ? mapping.get(member.path().get(depth)) : Optional.empty();
        return next.isPresent() && has(next.get(), member, depth + 1);
    }

    /** Whether the value is a list with the item that is the member. */
    static boolean isItem(Node value, Member member) {
        return value instanceof Sequence list && list.items().stream().anyMatch(item -> is(item, member));
    }

    /** Whether this item is the member. */
    static boolean is(Node item, Member member) {
        return item instanceof Scalar scalar
                && member.item().filter(scalar.text()::equals).isPresent();
    }
}
