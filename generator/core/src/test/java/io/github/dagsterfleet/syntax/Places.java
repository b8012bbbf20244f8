package io.github.dagsterfleet.syntax;

/** Trees as text, with types and places: two readers agree when these are equal. */
public final class Places {
    private Places() {}

    public static String of(Node node) {
        StringBuilder out = new StringBuilder();
        place(node, out);
        return out.toString();
    }

    private static void place(Node node, StringBuilder out) {
        out.append(node.kind()).append(' ').append(node.span().start()).append("..");
        out.append(node.span().end());
        if (node instanceof Mapping mapping) {
            out.append('{');
            mapping.forEach(entry -> {
                place(entry.key(), out);
                out.append(": ");
                place(entry.value(), out);
            });
            out.append('}');
        } else if (node instanceof Sequence sequence) {
            out.append('[');
            sequence.items().forEach(item -> place(item, out));
            out.append(']');
        } else if (node instanceof Scalar scalar) {
            out.append(scalar).append(", ");
        }
    }
}
