package io.github.dagsterfleet.change.difference;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import io.github.dagsterfleet.schema.ListPolicy;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Walks two trees side by side. Items of a list are told apart as the schema says; where it says nothing, equal items are
 * the same one, and what stands between them is compared in turn.
 */
final class NodeComparison {
    private final Visitor visitor;

    NodeComparison(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Is shown the topmost nodes that differ; one of them stands on one side alone, or they are of different kinds. */
    interface Visitor {
        void differs(DocumentPath path, Shape shape, Optional<Node> before, Optional<Node> after);
    }

    void compare(DocumentPath path, Shape shape, Node before, Node after) {
        if (before instanceof Mapping was && after instanceof Mapping is) {
            mappings(path, shape, was, is);
        } else if (before instanceof Sequence was && after instanceof Sequence is) {
            lists(path, shape, was.items(), is.items());
        } else if (!isSame(before, after)) {
            visitor.differs(path, shape, Optional.of(before), Optional.of(after));
        }
    }

    private static boolean isSame(Node before, Node after) {
        return before.equals(after)
                || (before instanceof Scalar was
                        && after instanceof Scalar is
                        && was.canonical().equals(is.canonical()));
    }

    private void mappings(DocumentPath path, Shape shape, Mapping before, Mapping after) {
        Map<String, Node> was = named(shape, before);
        Map<String, Node> is = named(shape, after);
        for (String key : union(is.keySet(), was.keySet())) {
            Shape below = shape.below(key).orElse(Shape.UNTYPED);
            either(path.below(key), below, Optional.ofNullable(was.get(key)), Optional.ofNullable(is.get(key)));
        }
    }

    private static Map<String, Node> named(Shape shape, Mapping mapping) {
        Map<String, Node> named = new LinkedHashMap<>();
        mapping.forEach(entry -> named.put(shape.named(entry.name()), entry.value()));
        return named;
    }

    private void either(DocumentPath path, Shape shape, Optional<Node> before, Optional<Node> after) {
        if (before.isPresent() && after.isPresent()) {
            compare(path, shape, before.get(), after.get());
        } else if (before.isPresent() || after.isPresent()) {
            visitor.differs(path, shape, before, after);
        }
    }

    private void lists(DocumentPath path, Shape shape, List<Node> before, List<Node> after) {
        ListPolicy policy = shape.listPolicy();
        if (policy instanceof ListPolicy.Replace) {
            sequences(path, shape.item(), before, after);
            return;
        }
        Map<String, List<Node>> was = byIdentity(policy, before);
        Map<String, List<Node>> is = byIdentity(policy, after);
        for (String identity : union(is.keySet(), was.keySet())) {
            List<Node> left = was.getOrDefault(identity, List.of());
            List<Node> right = is.getOrDefault(identity, List.of());
            for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
                either(path.item(identity), shape.item(), at(left, i), at(right, i));
            }
        }
    }

    private static Optional<Node> at(List<Node> items, int index) {
        return index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
    }

    /** Items of a set, and those that lack their key, are known by what they are. */
    private static Map<String, List<Node>> byIdentity(ListPolicy policy, List<Node> items) {
        Map<String, List<Node>> byIdentity = new LinkedHashMap<>();
        for (Node item : items) {
            String identity =
                    policy.keyOf(item).orElseGet(() -> item instanceof Scalar scalar ? scalar.text() : item.toString());
            byIdentity.computeIfAbsent(identity, unknown -> new ArrayList<>(1)).add(item);
        }
        return byIdentity;
    }

    private static Set<String> union(Set<String> first, Set<String> second) {
        Set<String> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return all;
    }

    /** Which items of several ways to match are the same must not depend on which side is the first. */
    private void sequences(DocumentPath path, Shape shape, List<Node> before, List<Node> after) {
        boolean turned = before.toString().compareTo(after.toString()) > 0;
        for (AbstractDelta<Node> delta :
                DiffUtils.diff(turned ? after : before, turned ? before : after).getDeltas()) {
            List<Node> was = (turned ? delta.getTarget() : delta.getSource()).getLines();
            List<Node> is = (turned ? delta.getSource() : delta.getTarget()).getLines();
            int start = (turned ? delta.getSource() : delta.getTarget()).getPosition();
            gap(path, shape, was, is, start);
        }
    }

    /** What stands between equal items: what is named is the same where the names are, and all else as it comes. */
    private void gap(DocumentPath path, Shape shape, List<Node> before, List<Node> after, int start) {
        Map<String, List<Node>> was = byName(before);
        Map<String, List<Node>> is = byName(after);
        for (String name : union(is.keySet(), was.keySet())) {
            List<Node> left = was.getOrDefault(name, List.of());
            List<Node> right = is.getOrDefault(name, List.of());
            for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
                Optional<Node> one = at(left, i);
                Optional<Node> other = at(right, i);
                int index = start
                        + index(
                                other.isPresent() ? after : before,
                                other.or(() -> one).orElseThrow());
                either(path.item(name.isEmpty() ? Integer.toString(index) : name), shape, one, other);
            }
        }
    }

    /** Those without a name together. */
    private static Map<String, List<Node>> byName(List<Node> items) {
        Map<String, List<Node>> byName = new LinkedHashMap<>();
        for (Node item : items) {
            byName.computeIfAbsent(name(item), unknown -> new ArrayList<>()).add(item);
        }
        return byName;
    }

    /** What people call a step, a job or a container; of an action that is used, without its version. */
    private static String name(Node item) {
        return item instanceof Mapping mapping
                ? mapping.text("name")
                        .or(() -> mapping.text("id"))
                        .or(() -> mapping.text("uses").map(action -> action.split("@", 2)[0]))
                        .orElse("")
                : "";
    }

    private static int index(List<Node> items, Node item) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) == item) {
                return i;
            }
        }
        return 0;
    }
}
