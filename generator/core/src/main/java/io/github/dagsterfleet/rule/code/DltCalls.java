package io.github.dagsterfleet.rule.code;

import io.github.dagsterfleet.text.SourceText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How code calls the functions whose arguments dlt fills in: whoever passes an argument does not count on dlt. A function
 * that code hands on, renames or calls with {@code *} may be passed anything by whoever calls it then.
 */
public final class DltCalls {
    private final Set<String> functions;
    /** By function, how many arguments a call passes by position at the most. */
    private final Map<String, Integer> byPosition = new HashMap<>();
    /** By function, what calls pass by name. */
    private final Map<String, Set<String>> byName = new HashMap<>();

    private final Set<String> unknown = new HashSet<>();

    /** @param functions whose calls are looked for, by the name alone */
    public DltCalls(Set<String> functions) {
        this.functions = Set.copyOf(functions);
    }

    /** Whether a call may pass the argument. */
    public boolean mayPass(Read.Argument argument) {
        String function = argument.function();
        return unknown.contains(function)
                || byPosition.getOrDefault(function, 0) > argument.position()
                || byName.getOrDefault(function, Set.of()).contains(argument.name());
    }

    /** Looks at a Python file. */
    public void read(SourceText file) {
        List<String> spoken = functions.stream()
                .filter(function -> file.content().contains(function))
                .toList();
        if (spoken.isEmpty()) {
            return;
        }
        Optional<List<PythonToken>> tokens = PythonLexer.tokens(file.content());
        if (tokens.isEmpty()) {
            unknown.addAll(spoken);
            return;
        }
        new Calls(tokens.get()).read();
    }

    private final class Calls {
        private final List<PythonToken> tokens;

        Calls(List<PythonToken> tokens) {
            this.tokens = tokens;
        }

        void read() {
            int importEnd = -1;
            for (int i = 0; i < tokens.size(); i++) {
                if (PythonNames.isImport(tokens, i)) {
                    importEnd = PythonNames.statementEnd(tokens, i);
                }
                PythonToken token = tokens.get(i);
                if (token.kind() == PythonToken.Kind.NAME && functions.contains(token.text())) {
                    use(token.text(), i, i < importEnd);
                }
            }
        }

        private void use(String function, int i, boolean imported) {
            boolean assigned = is(i + 1, "=") && !is(i + 2, "=");
            if (imported ? isName(i + 1, "as") : !is(i + 1, "(") && !assigned) {
                unknown.add(function);
            } else if (is(i + 1, "(") && !isName(i - 1, "def")) {
                arguments(function, i + 2);
            }
        }

        /** @param first what follows the bracket */
        private void arguments(String function, int first) {
            int depth = 0;
            int positions = 0;
            boolean begins = true;
            for (int i = first; i < tokens.size() && depth >= 0; i++) {
                PythonToken token = tokens.get(i);
                if (is(i, ")") || is(i, "]") || is(i, "}")) {
                    depth--;
                } else if (begins) {
                    positions += argument(function, i) ? 1 : 0;
                }
                begins = depth == 0 && token.is(",");
                if (is(i, "(") || is(i, "[") || is(i, "{")) {
                    depth++;
                }
            }
            byPosition.merge(function, positions, Math::max);
        }

        /** Whether the argument that begins here is passed by its position. */
        private boolean argument(String function, int i) {
            if (is(i, "*")) {
                unknown.add(function);
                return false;
            }
            boolean named = tokens.get(i).kind() == PythonToken.Kind.NAME && is(i + 1, "=") && !is(i + 2, "=");
            if (named) {
                byName.computeIfAbsent(function, name -> new HashSet<>())
                        .add(tokens.get(i).text());
            }
            return !named;
        }

        private boolean is(int i, String sign) {
            return i >= 0 && i < tokens.size() && tokens.get(i).is(sign);
        }

        private boolean isName(int i, String name) {
            return i >= 0 && i < tokens.size() && tokens.get(i).isName(name);
        }
    }
}
