package io.github.dagsterfleet.rule.code;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.text.SourceText;

/** What dbt reads: {@code env_var('X')} in its SQL and YAML. Without a default, dbt stops where there is no such variable. */
public final class DbtReads {
    private static final String FUNCTION = "env_var";
    private static final String OUTPUTS = "outputs";

    private DbtReads() {}

    /** Whether the text could read anything. */
    public static boolean mayBeIn(SourceText text) {
        return text.content().contains(FUNCTION);
    }

    public static FileReads ofSql(SourceText sql) {
        FileReads.Builder found = new FileReads.Builder();
        scan(sql, 0, sql.content().length(), true, found);
        return found.build();
    }

    /** @param root what the text says: in YAML, templates stand in values only, not in comments */
    public static FileReads ofYaml(SourceText yaml, Mapping root) {
        FileReads.Builder found = new FileReads.Builder();
        collect(yaml, root, true, found);
        return found.build();
    }

    private static void collect(SourceText yaml, Node node, boolean isNeeded, FileReads.Builder found) {
        if (node instanceof Mapping mapping) {
            for (Mapping.Entry entry : mapping.entries()) {
                // Of the outputs of a profile, dbt looks at the one that it is told to use.
                boolean choice =
                        entry.name().equals(OUTPUTS) && entry.value() instanceof Mapping outputs && outputs.size() > 1;
                collect(yaml, entry.value(), isNeeded && !choice, found);
            }
        } else if (node instanceof Sequence list) {
            list.items().forEach(item -> collect(yaml, item, isNeeded, found));
        } else if (node instanceof Scalar scalar && scalar.text().contains(FUNCTION)) {
            scan(yaml, scalar.span().start(), scalar.span().end(), isNeeded, found);
        }
    }

    private static void scan(SourceText text, int from, int end, boolean isNeeded, FileReads.Builder found) {
        new TemplateScanner(text, end, found).calls(FUNCTION, from, isNeeded);
    }
}
