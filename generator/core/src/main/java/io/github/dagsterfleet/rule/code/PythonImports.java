package io.github.dagsterfleet.rule.code;

import io.github.dagsterfleet.text.SourceText;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a Python file imports, by the first part of each absolute name. */
public final class PythonImports {
    private PythonImports() {}

    /** Nothing where the text cannot be Python. */
    public static Set<String> of(SourceText text) {
        Set<String> names = new TreeSet<>();
        List<PythonToken> tokens = PythonLexer.tokens(text.content()).orElse(List.of());
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (PythonNames.isImport(tokens, i)) {
                collect(tokens, i, names);
            }
        }
        return names;
    }

    private static void collect(List<PythonToken> tokens, int statement, Set<String> names) {
        int end = tokens.get(statement).text().equals("from")
                ? statement + 2
                : PythonNames.statementEnd(tokens, statement);
        boolean first = true;
        for (int i = statement + 1; i < end; i++) {
            PythonToken token = tokens.get(i);
            if (first && token.kind() == PythonToken.Kind.NAME) {
                names.add(token.text());
            }
            first = token.is(",");
        }
    }
}
