package io.github.dagsterfleet.explain;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.syntax.StringPrinter;
import io.github.dagsterfleet.syntax.yaml.YamlFormat;

/** A value on one line of YAML: a scalar as it stands behind a key, a list or mapping in flow style. */
final class Brief {
    /** What a step says is a reminder; its place is where to read all of it. */
    private static final int LONGEST = 60;

    private final StringBuilder out = new StringBuilder();

    private Brief() {}

    /** All of it. */
    static String of(Node node) {
        if (node instanceof Scalar) {
            StringPrinter printer = new StringPrinter();
            YamlFormat.INSTANCE.emit(node, 1, printer);
            return printer.text();
        }
        Brief brief = new Brief();
        brief.add(node);
        return brief.out.toString();
    }

    /** As much of it as fits beside a place. */
    static String shortened(Node node) {
        String all = of(node);
        return all.length() <= LONGEST ? all : all.substring(0, cut(all)) + "…";
    }

    private static int cut(String text) {
        return Character.isLowSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 2 : LONGEST - 1;
    }

    private void add(Node node) {
        if (node instanceof Scalar scalar) {
            out.append(YamlFormat.INSTANCE.scalar(scalar));
        } else if (node instanceof Sequence list) {
            String before = "[";
            for (Node item : list.items()) {
                out.append(before);
                add(item);
                before = ", ";
            }
            out.append(list.items().isEmpty() ? "[]" : "]");
        } else if (node instanceof Mapping mapping) {
            String before = "{";
            for (Mapping.Entry entry : mapping.entries()) {
                out.append(before)
                        .append(YamlFormat.INSTANCE.scalar(entry.key()))
                        .append(": ");
                add(entry.value());
                before = ", ";
            }
            out.append(mapping.isEmpty() ? "{}" : "}");
        }
    }
}
