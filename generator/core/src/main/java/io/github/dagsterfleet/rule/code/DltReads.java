package io.github.dagsterfleet.rule.code;

import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.util.List;
import java.util.Locale;

/**
 * What dlt looks up for a Python file: {@code dlt.secrets["sources.github.token"]}, and arguments that are {@code
 * dlt.secrets.value} unless a call passes them. Of {@code dlt.config} nothing is asked: that has its place in
 * {@code .dlt/config.toml}, which is deployed with the code.
 */
final class DltReads {
    private static final String SEPARATOR = "__";

    private final SourceText text;
    private final List<PythonToken> tokens;
    private final FileReads.Builder found;

    DltReads(SourceText text, List<PythonToken> tokens, FileReads.Builder found) {
        this.text = text;
        this.tokens = tokens;
        this.found = found;
    }

    /** @param i where the name of the module stands */
    void module(int i) {
        if (!is(i + 1, ".") || !isName(i + 2, "secrets")) {
            return;
        }
        if (is(i + 3, "[") && isString(i + 4) && is(i + 5, "]")) {
            found.needs(variable(i + 4), span(i, i + 5));
        } else if (is(i + 3, ".") && isName(i + 4, "get") && is(i + 5, "(") && isString(i + 6)) {
            found.mayUse(variable(i + 6), span(i, i + 6));
        } else if (is(i + 3, ".") && isName(i + 4, "value") && is(i - 1, "=")) {
            argument(i);
        }
    }

    /** The sections of a setting, in capitals. */
    private String variable(int literal) {
        return tokens.get(literal).text().replace(".", SEPARATOR).toUpperCase(Locale.ROOT);
    }

    private void argument(int value) {
        int first = parameter(value - 1);
        int function = function(first);
        if (function < 0 || tokens.get(first).kind() != PythonToken.Kind.NAME) {
            return;
        }
        String called = tokens.get(function).text();
        String name = tokens.get(first).text();
        Read.Argument argument = new Read.Argument(called, name, position(function + 2, first));
        found.needs(name(called, name), argument, span(first, value + 4));
    }

    /** Where the parameter begins whose default stands behind this sign: back to the comma or bracket before its type. */
    private int parameter(int equals) {
        int depth = 0;
        int at = equals - 1;
        while (at >= 0) {
            if (is(at, "]") || is(at, ")")) {
                depth++;
            } else if (is(at, "[") || is(at, "(")) {
                depth--;
            }
            if (depth < 0 || (depth == 0 && is(at, ","))) {
                return at + 1;
            }
            at--;
        }
        return 0;
    }

    /** How many arguments a call passes before this one; of a method the first is passed by what it is called of. */
    private int position(int first, int parameter) {
        int depth = 0;
        int position = isName(first, "self") || isName(first, "cls") ? -1 : 0;
        for (int i = first; i < parameter; i++) {
            boolean begins = depth == 0 && (i == first || is(i - 1, ","));
            if (begins && is(i, "*")) {
                return Integer.MAX_VALUE;
            }
            if (is(i, "(") || is(i, "[") || is(i, "{")) {
                depth++;
            } else if (is(i, ")") || is(i, "]") || is(i, "}")) {
                depth--;
            } else if (depth == 0 && is(i, ",") && !is(i - 1, "/")) {
                position++;
            }
        }
        return position;
    }

    /** The name of the function that has this parameter; negative where it is none's. */
    private int function(int parameter) {
        int at = parameter;
        while (at >= 2 && tokens.get(at).kind() != PythonToken.Kind.LINE_END) {
            if (isName(at - 2, "def") && is(at, "(")) {
                return at - 1;
            }
            at--;
        }
        return -1;
    }

    /** {@code SOURCES__MODULE__FUNCTION__ARGUMENT}; dlt leaves one out of two sections that are alike. */
    private String name(String function, String argument) {
        String file = text.path().fileName();
        String module = file.equals("__init__.py") ? text.path().parent().fileName() : file.replace(".py", "");
        String section = module.equals(function) ? module : module + SEPARATOR + function;
        return ("sources" + SEPARATOR + section + SEPARATOR + argument).toUpperCase(Locale.ROOT);
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

    private Span span(int first, int last) {
        return text.span(tokens.get(first).start(), tokens.get(last).end());
    }
}
