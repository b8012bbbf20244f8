package io.github.dagsterfleet.rule.code;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a file calls the things that read environment variables: it imports each, under any name, in any scope. */
final class PythonNames {
    enum Meaning {
        OS,
        ENVIRON,
        GETENV,
        DAGSTER,
        ENV_VAR,
        DLT
    }

    private static final String OS = "os";
    private static final String DAGSTER = "dagster";
    private static final Map<String, Meaning> MODULES =
            Map.of(OS, Meaning.OS, DAGSTER, Meaning.DAGSTER, "dlt", Meaning.DLT);
    private static final Map<String, Meaning> OF_OS = Map.of("environ", Meaning.ENVIRON, "getenv", Meaning.GETENV);
    private static final Map<String, Meaning> OF_DAGSTER = Map.of("EnvVar", Meaning.ENV_VAR);

    private final Map<String, Meaning> meanings = new HashMap<>();

    private PythonNames() {}

    static PythonNames of(List<PythonToken> tokens) {
        PythonNames names = new PythonNames();
        for (int i = 0; i < tokens.size(); i++) {
            if (isImport(tokens, i)) {
                if (tokens.get(i).text().equals("import")) {
                    names.modules(tokens, i + 1);
                } else {
                    names.members(tokens, i + 1);
                }
            }
        }
        return names;
    }

    /** Whether a statement that imports begins here. */
    static boolean isImport(List<PythonToken> tokens, int i) {
        PythonToken token = tokens.get(i);
        if (!token.isName("import") && !token.isName("from")) {
            return false;
        }
        if (i == 0) {
            return true;
        }
        PythonToken before = tokens.get(i - 1);
        return before.kind() == PythonToken.Kind.LINE_END || before.is(";") || before.is(":");
    }

    /** The end of the statement that this token is in. */
    static int statementEnd(List<PythonToken> tokens, int i) {
        int end = i;
        while (end < tokens.size()
                && tokens.get(end).kind() != PythonToken.Kind.LINE_END
                && !tokens.get(end).is(";")) {
            end++;
        }
        return end;
    }

    Optional<Meaning> meaning(PythonToken token) {
        return token.kind() == PythonToken.Kind.NAME
                ? Optional.ofNullable(meanings.get(token.text()))
                : Optional.empty();
    }

    /** {@code import os, dagster as dg}: each binds its first name, or the one behind {@code as}. */
    private void modules(List<PythonToken> tokens, int from) {
        int end = statementEnd(tokens, from);
        boolean first = true;
        for (int i = from; i < end; i++) {
            if (first && tokens.get(i).kind() == PythonToken.Kind.NAME) {
                String module = tokens.get(i).text();
                boolean whole = i + 1 >= end || !tokens.get(i + 1).is(".");
                String bound = whole ? alias(tokens, i, end) : module;
                if (MODULES.containsKey(module)) {
                    meanings.put(bound, MODULES.get(module));
                }
            }
            first = tokens.get(i).is(",");
        }
    }

    /** {@code from os import environ as e, getenv}. */
    private void members(List<PythonToken> tokens, int from) {
        int end = statementEnd(tokens, from);
        if (from >= end || tokens.get(from).kind() != PythonToken.Kind.NAME) {
            return;
        }
        String module = tokens.get(from).text();
        boolean whole = from + 1 < end && tokens.get(from + 1).isName("import");
        Map<String, Meaning> members =
                module.equals(OS) && whole ? OF_OS : module.equals(DAGSTER) ? OF_DAGSTER : Map.of();
        for (int i = from + 1; i < end; i++) {
            PythonToken token = tokens.get(i);
            if (members.containsKey(token.text()) && !tokens.get(i - 1).isName("as")) {
                meanings.put(alias(tokens, i, end), members.get(token.text()));
            } else if (token.is("*")) {
                meanings.putAll(members);
            }
        }
    }

    private static String alias(List<PythonToken> tokens, int i, int end) {
        return i + 2 < end && tokens.get(i + 1).isName("as")
                ? tokens.get(i + 2).text()
                : tokens.get(i).text();
    }
}
