package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds what stands twice in a list whose items stand once each. */
public final class ListItems {
    private ListItems() {}

    /**
     * Reports every item of a set that equals an earlier one, and every item of a keyed list that has the key of an
     * earlier one. Items without a key are not looked at.
     *
     * @param items typed
     */
    public static void reportDuplicates(List<? extends Node> items, Shape list, Findings findings) {
        ListPolicy policy = list.listPolicy();
        if (policy instanceof ListPolicy.Replace) {
            return;
        }
        Map<Object, Node> first = new HashMap<>();
        for (Node item : items) {
            Optional<Object> identity = policy instanceof ListPolicy.Union
                    ? Optional.of(item)
                    : policy.keyOf(item).map(key -> key);
            if (identity.isPresent()) {
                Node earlier = first.putIfAbsent(identity.get(), item);
                if (earlier != null) {
                    findings.add(duplicate(item, earlier, identity.get(), list));
                }
            }
        }
    }

    private static Finding duplicate(Node second, Node first, Object identity, Shape list) {
        if (list.secret() || list.item().secret()) {
            return SchemaFindings.duplicate(second, "this value", first.origin());
        }
        String words = identity instanceof Scalar scalar ? scalar.text() : identity.toString();
        return SchemaFindings.duplicate(second, Spelling.shown(words.replace("\n", ", ")), first.origin());
    }
}
