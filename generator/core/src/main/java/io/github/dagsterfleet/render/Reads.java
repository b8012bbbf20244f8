package io.github.dagsterfleet.render;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Which nodes of the model one artifact was made from. Nodes are told apart by identity, not by value. */
public final class Reads {
    private final List<Node> printed;
    private final List<Node> controls;
    private final List<Node> touched;

    Reads(List<Node> printed, List<Node> controls, List<Node> touched) {
        this.printed = printed;
        this.controls = controls;
        this.touched = touched;
    }

    /** Values that went into the text, in order; a mapping or list stands for everything below it. */
    public List<Node> printed() {
        return Collections.unmodifiableList(printed);
    }

    /**
     * Values that only decided what is printed: conditions, walked lists and mappings, values that a template looked for.
     */
    public List<Node> controls() {
        Set<Node> known = identities(printed);
        List<Node> all = new ArrayList<>();
        for (List<Node> some : List.of(controls, touched)) {
            for (Node node : some) {
                if (known.add(node)) {
                    all.add(node);
                }
            }
        }
        return all;
    }

    /**
     * Whether the artifact was made from this value. A mapping counts when it was printed as a whole: of any other only
     * the values that a template took hold of count, each by itself.
     */
    public boolean include(Node node) {
        return has(printed, node)
                || (!(node instanceof Mapping mapping && !mapping.isEmpty())
                        && (has(touched, node) || has(controls, node)));
    }

    private static boolean has(List<Node> nodes, Node wanted) {
        for (Node node : nodes) {
            if (node == wanted) {
                return true;
            }
        }
        return false;
    }

    /** A set that tells nodes apart by identity. */
    static Set<Node> identities(Collection<Node> nodes) {
        Set<Node> set = Collections.newSetFromMap(new IdentityHashMap<>(nodes.size() * 2));
        set.addAll(nodes);
        return set;
    }
}
