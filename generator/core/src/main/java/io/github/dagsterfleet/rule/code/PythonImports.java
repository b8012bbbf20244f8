package io.github.dagsterfleet.rule.code;

import io.github.dagsterfleet.text.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which modules a Python file imports, in any scope. */
public final class PythonImports {
    private PythonImports() {}

    /**
     * Each as it is written: a relative one begins with its dots, and what is taken out of a module is not told from it.
     * Empty where the text cannot be Python.
     */
    public static Optional<Set<String>> of(SourceText text) {
        return PythonLexer.tokens(text.content()).map(PythonImports::of);
    }

    private static Set<String> of(List<PythonToken> tokens) {
        Set<String> modules = new TreeSet<>();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (PythonNames.isImport(tokens, i)) {
                collect(tokens, i, modules);
            }
        }
        return modules;
    }

    private static void collect(List<PythonToken> tokens, int statement, Set<String> modules) {
        int end = PythonNames.statementEnd(tokens, statement);
        boolean takesOut = tokens.get(statement).isName("from");
        StringBuilder module = new StringBuilder();
        for (int i = statement + 1; i < end && !(takesOut && tokens.get(i).isName("import")); i++) {
            PythonToken token = tokens.get(i);
            if (token.is(",")) {
                add(module, modules);
            } else if (token.isName("as")) {
                i++;
            } else {
                module.append(token.text());
            }
        }
        add(module, modules);
    }

    private static void add(StringBuilder module, Set<String> modules) {
        if (!module.isEmpty()) {
            modules.add(module.toString());
            module.setLength(0);
        }
    }
}
