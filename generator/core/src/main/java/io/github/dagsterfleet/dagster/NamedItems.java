package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lists of a document whose items are told apart, and put in order, by a name. */
final class NamedItems {
    private static final Comparator<Node> BY_NAME = NamedItems::compare;

    private NamedItems() {}

    /** Adds items to the list below {@code key}; what was said there is only put in order. */
    static void add(DocumentDraft draft, String key, List<? extends Node> derived) {
        Optional<Sequence> said = draft.sequence(key);
        List<Node> items = new ArrayList<>(derived);
        said.ifPresent(list -> items.addAll(list.items()));
        if (items.isEmpty() || (derived.isEmpty() && isSorted(items))) {
            return;
        }
        items.sort(BY_NAME);
        draft.put(key, said.<Node>map(list -> Derived.extended(list, items)).orElseGet(() -> Derived.list(items)));
    }

    private static boolean isSorted(List<Node> items) {
        for (int i = 1; i < items.size(); i++) {
            if (BY_NAME.compare(items.get(i - 1), items.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    /** {@code KEY} of {@code KEY=VALUE} or {@code KEY}; {@code name} of a mapping. */
    static String name(Node item) {
        String text = nameAndMore(item);
        return text.substring(0, nameEnd(text));
    }

    /** By code unit, without cutting a name out for every comparison. */
    private static int compare(Node one, Node other) {
        String left = nameAndMore(one);
        String right = nameAndMore(other);
        int leftEnd = nameEnd(left);
        int rightEnd = nameEnd(right);
        for (int i = 0; i < leftEnd && i < rightEnd; i++) {
            int difference = left.charAt(i) - right.charAt(i);
            if (difference != 0) {
                return difference;
            }
        }
        return leftEnd - rightEnd;
    }

    private static String nameAndMore(Node item) {
        if (item instanceof Scalar scalar) {
            return scalar.text();
        }
        return item instanceof Mapping mapping ? mapping.text("name").orElse("") : "";
    }

    private static int nameEnd(String text) {
        int equals = text.indexOf('=');
        return equals < 0 ? text.length() : equals;
    }
}
