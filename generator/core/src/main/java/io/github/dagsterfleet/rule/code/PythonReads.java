package io.github.dagsterfleet.rule.code;

import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.util.List;
import java.util.Set;

/**
 * What a Python file reads: {@code os.environ}, {@code os.getenv} and Dagster's {@code EnvVar}, under whatever names it
 * imports them. Where it does anything else with them, it may read every name.
 */
public final class PythonReads {
    /** Calls of {@code environ} that get by without the variable. */
    private static final Set<String> ASKING = Set.of("get", "pop");

    /** Calls of {@code environ} that read nothing. */
    private static final Set<String> WRITING = Set.of("update", "clear");

    /** Words beside a read that make it a question. */
    private static final Set<String> CONDITIONS = Set.of("if", "elif", "while", "not", "and", "or", "is", "in", "else");

    /** What reads names that stand elsewhere: a .env file, the fields of a class. */
    private static final Set<String> READING_MORE = Set.of("load_dotenv", "dotenv_values", "BaseSettings");

    private final SourceText text;
    private final List<PythonToken> tokens;
    private final PythonNames names;
    private final DltReads dlt;
    private final FileReads.Builder found = new FileReads.Builder();

    private PythonReads(SourceText text, List<PythonToken> tokens) {
        this.text = text;
        this.tokens = tokens;
        this.names = PythonNames.of(tokens);
        this.dlt = new DltReads(text, tokens, found);
    }

    public static FileReads of(SourceText text) {
        String code = text.content();
        if (!code.contains("env")
                && !code.contains("EnvVar")
                && !code.contains("BaseSettings")
                && !code.contains("dlt")) {
            return FileReads.NONE;
        }
        return PythonLexer.tokens(code)
                .map(tokens -> new PythonReads(text, tokens).read())
                .orElse(FileReads.UNKNOWN);
    }

    private FileReads read() {
        int i = 0;
        while (i < tokens.size()) {
            PythonToken token = tokens.get(i);
            if (READING_MORE.contains(token.text()) && token.kind() == PythonToken.Kind.NAME) {
                found.readsMore();
            }
            if (PythonNames.isImport(tokens, i)) {
                i = PythonNames.statementEnd(tokens, i);
            } else if (!is(i - 1, ".")) {
                int at = i;
                names.meaning(token).ifPresent(meaning -> use(meaning, at));
            }
            i++;
        }
        return found.build();
    }

    private void use(PythonNames.Meaning meaning, int i) {
        switch (meaning) {
            case ENVIRON -> environ(i, i + 1);
            case GETENV -> getenv(i, i + 1);
            case ENV_VAR -> envVar(i, i + 1);
            case OS -> member(i, "environ", "getenv");
            case DAGSTER -> member(i, "EnvVar", "EnvVar");
            case DLT -> dlt.module(i);
        }
    }

    /** {@code os.environ}, {@code os.getenv}, {@code dg.EnvVar}. */
    private void member(int i, String one, String other) {
        if (is(i + 1, ".") && (isName(i + 2, one) || isName(i + 2, other))) {
            switch (tokens.get(i + 2).text()) {
                case "environ" -> environ(i, i + 3);
                case "getenv" -> getenv(i, i + 3);
                default -> envVar(i, i + 3);
            }
        }
    }

    /**
     * @param start where the expression begins
     * @param next what follows {@code environ}
     */
    private void environ(int start, int next) {
        if (is(next, "[") && isString(next + 1) && is(next + 2, "]")) {
            boolean assigned = is(next + 3, "=") && !is(next + 4, "=");
            if (assigned || isName(start - 1, "del")) {
                found.handles(name(next + 1));
            } else {
                found.needs(name(next + 1), span(start, next + 2));
            }
        } else if (is(next, ".") && is(next + 2, "(")) {
            call(start, next + 1);
        } else if (isName(start - 1, "in") && isString(isName(start - 2, "not") ? start - 3 : start - 2)) {
            int name = isName(start - 2, "not") ? start - 3 : start - 2;
            found.mayUse(name(name), span(name, next - 1));
            found.handles(name(name));
        } else {
            found.readsMore();
        }
    }

    private void call(int start, int method) {
        String called = tokens.get(method).text();
        boolean literal = isString(method + 2) && (is(method + 3, ")") || is(method + 3, ","));
        if (ASKING.contains(called) && literal) {
            asks(start, method + 2);
        } else if (called.equals("setdefault") && literal) {
            found.handles(name(method + 2));
            found.mayUse(name(method + 2), span(start, method + 2));
        } else if (!WRITING.contains(called)) {
            found.readsMore();
        }
    }

    private void getenv(int start, int next) {
        if (is(next, "(") && isString(next + 1) && (is(next + 2, ")") || is(next + 2, ","))) {
            asks(start, next + 1);
        } else {
            found.readsMore();
        }
    }

    /**
     * A call that answers with {@code None} where there is no such variable. What only looks whether there is one, or goes
     * on with {@code or}, gets by without.
     *
     * @param name the place of the literal, which a bracket or a comma follows
     */
    private void asks(int start, int name) {
        boolean getsBy = is(name + 1, ",") || isCondition(start - 1) || isCondition(name + 2) || isCompared(name + 2);
        if (getsBy) {
            found.mayUse(name(name), span(start, name + 1));
        } else {
            found.needs(name(name), span(start, name + 1));
        }
    }

    private boolean isCondition(int i) {
        return i >= 0
                && i < tokens.size()
                && tokens.get(i).kind() == PythonToken.Kind.NAME
                && CONDITIONS.contains(tokens.get(i).text());
    }

    /** {@code == 'x'}, {@code != 'x'}. */
    private boolean isCompared(int i) {
        return (is(i, "=") || is(i, "!")) && is(i + 1, "=");
    }

    /** {@code EnvVar("X")} and {@code EnvVar.int("X")}; the class itself is also the type of something. */
    private void envVar(int start, int next) {
        int bracket = is(next, ".") && isName(next + 1, "int") ? next + 2 : next;
        if (!is(bracket, "(")) {
            return;
        }
        if (!isString(bracket + 1) || !is(bracket + 2, ")")) {
            found.readsMore();
        } else if (is(bracket + 3, ".") && isName(bracket + 4, "get_value")) {
            value(start, bracket + 1);
        } else {
            found.needs(name(bracket + 1), span(start, bracket + 2));
        }
    }

    /** {@code EnvVar('X').get_value()}, which takes a default. */
    private void value(int start, int name) {
        boolean without = is(name + 4, "(") && is(name + 5, ")");
        if (without && !isCondition(start - 1) && !isCondition(name + 6) && !isCompared(name + 6)) {
            found.needs(name(name), span(start, name + 1));
        } else {
            found.mayUse(name(name), span(start, name + 1));
        }
    }

    private boolean is(int i, String sign) {
        return i >= 0 && i < tokens.size() && tokens.get(i).is(sign);
    }

    private boolean isName(int i, String name) {
        return i >= 0 && i < tokens.size() && tokens.get(i).isName(name);
    }

    private boolean isString(int i) {
        return i >= 0 && i < tokens.size() && tokens.get(i).kind() == PythonToken.Kind.STRING;
    }

    private String name(int i) {
        return tokens.get(i).text();
    }

    private Span span(int first, int last) {
        return text.span(tokens.get(first).start(), tokens.get(last).end());
    }
}
