package io.github.dagsterfleet.rule.code;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.text.SourceText;
import java.util.List;
import java.util.Set;

/**
 * What a component of dg reads: {@code {{ env.X }}} and {@code {{ env('X') }}} in its values, and what it says to need
 * below {@code requirements.env}. Without the variable the second form stops, and the first is null.
 */
public final class ComponentReads {
    private static final Set<String> FILES = Set.of("defs.yaml", "defs.yml", "component.yaml");
    private static final String OBJECT = "env";

    private ComponentReads() {}

    /** Whether dg takes files of this name for components. */
    public static boolean isOne(String fileName) {
        return FILES.contains(fileName);
    }

    public static FileReads of(SourceText yaml, Mapping root) {
        FileReads.Builder found = new FileReads.Builder();
        root.mapping("requirements")
                .flatMap(requirements -> requirements.sequence(OBJECT))
                .map(Sequence::scalars)
                .orElse(List.of())
                .forEach(name -> found.needs(name.text(), name.span()));
        root.forEach(entry -> collect(yaml, entry.value(), found));
        return found.build();
    }

    private static void collect(SourceText yaml, Node node, FileReads.Builder found) {
        if (node instanceof Mapping mapping) {
            mapping.forEach(entry -> collect(yaml, entry.value(), found));
        } else if (node instanceof Sequence list) {
            list.items().forEach(item -> collect(yaml, item, found));
        } else if (node instanceof Scalar scalar) {
            expressions(yaml, scalar, found);
        }
    }

    private static void expressions(SourceText yaml, Scalar scalar, FileReads.Builder found) {
        String content = yaml.content();
        int from = content.indexOf("{{", scalar.span().start());
        while (from >= 0 && from < scalar.span().end()) {
            int end = content.indexOf("}}", from);
            if (end < 0 || end > scalar.span().end()) {
                return;
            }
            TemplateScanner scanner = new TemplateScanner(yaml, end, found);
            scanner.calls(OBJECT, from, true);
            scanner.members(OBJECT, from, !hasDefault(content.substring(from, end)));
            from = content.indexOf("{{", end);
        }
    }

    private static boolean hasDefault(String expression) {
        return expression.contains("default") || expression.contains(" or ") || expression.contains(" if ");
    }
}
