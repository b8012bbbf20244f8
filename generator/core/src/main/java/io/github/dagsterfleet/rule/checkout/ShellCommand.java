package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One command of a shell script in a workflow.
 *
 * @param script where it stands
 */
record ShellCommand(List<String> words, Scalar script) {
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*", Pattern.DOTALL);

    /** What may stand before a command and still runs it. */
    private static final Set<String> RUNNERS = Set.of(
            "!", "command", "do", "else", "env", "exec", "hatch", "if", "pdm", "pipenv", "pipx", "poetry", "sudo",
            "then", "time", "uv", "uvx");

    /** They set variables for all that follows, as an assignment alone does for a variable that has been exported. */
    private static final Set<String> SETTERS = Set.of("export", "declare", "typeset", "readonly");

    /** Behind them nobody knows what is run. */
    private static final Set<String> CONDITIONS = Set.of("if", "case", "for", "while", "until", "[", "[[", "test");

    ShellCommand {
        words = List.copyOf(words);
    }

    static List<ShellCommand> in(Scalar script) {
        return ShellScript.commands(script.text()).stream()
                .map(words -> new ShellCommand(words, script))
                .toList();
    }

    /** Whether the program is run, and not only spoken of. */
    boolean runs(String program) {
        List<String> run = words.stream().dropWhile(ShellCommand::isAssignment).toList();
        int at = run.indexOf(program);
        return at == 0 || (at > 0 && RUNNERS.contains(run.get(0)));
    }

    /** Whether what follows may be run in some cases only. */
    boolean branches() {
        return CONDITIONS.contains(words.get(0));
    }

    /** Whether a variable is set for the commands that follow. */
    boolean sets(String name) {
        return (SETTERS.contains(words.get(0)) || words.stream().allMatch(ShellCommand::isAssignment))
                && words.stream().anyMatch(word -> word.startsWith(name + "="));
    }

    /** Whether an option is given, or a variable set for this command alone. */
    boolean says(String name) {
        return words.stream().anyMatch(word -> word.equals(name) || word.startsWith(name + "="));
    }

    /** What is given for it; empty where a variable fills it in. */
    Optional<Scalar> value(String name) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.startsWith(name + "=")) {
                return literal(name, word.substring(name.length() + 1));
            }
            if (word.equals(name) && i + 1 < words.size()) {
                return literal(name, words.get(i + 1));
            }
        }
        return Optional.empty();
    }

    private static boolean isAssignment(String word) {
        return ASSIGNMENT.matcher(word).matches();
    }

    private Optional<Scalar> literal(String name, String value) {
        return Workflow.isLiteral(value) ? Optional.of(Scalar.string(value, place(name, value))) : Optional.empty();
    }

    /** Where the value stands in the script, behind the name and no more than quotes. */
    private Span place(String name, String value) {
        Span whole = script.span();
        String content = whole.content();
        for (int at = content.indexOf(name); at >= 0; at = content.indexOf(name, at + 1)) {
            int start = at + name.length();
            while (start < content.length() && " \t='\"\\\r\n".indexOf(content.charAt(start)) >= 0) {
                start++;
            }
            if (content.startsWith(value, start)) {
                int from = whole.start() + start;
                return new Span(whole.text(), from, from + value.length());
            }
        }
        return whole;
    }
}
