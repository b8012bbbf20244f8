package io.github.dagsterfleet.rule.checkout;

import java.util.ArrayList;
import java.util.List;

/** The commands of a shell script as words without their quotes; variables and what a shell makes of them stay as they stand. */
final class ShellScript {
    private final String text;
    private final List<List<String>> commands = new ArrayList<>();
    private List<String> command = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;

    private ShellScript(String text) {
        this.text = text;
    }

    /** In order, up to the first here-document, in which nothing is a command. */
    static List<List<String>> commands(String text) {
        ShellScript script = new ShellScript(text);
        script.read();
        return script.commands;
    }

    private void read() {
        int at = 0;
        while (at < text.length() && !startsHereDocument(at)) {
            at = read(at);
        }
        endCommand();
    }

    private boolean startsHereDocument(int at) {
        return text.startsWith("<<", at) && !text.startsWith("<<<", at) && (at == 0 || text.charAt(at - 1) != '<');
    }

    /** Returns where to go on. */
    private int read(int at) {
        char c = text.charAt(at);
        switch (c) {
            case '\'', '"' -> {
                return quoted(at + 1, c);
            }
            case '\\' -> {
                return escaped(at + 1);
            }
            case '\n', ';', '&', '|', '(', ')' -> endCommand();
            case ' ', '\t', '\r' -> endWord();
            case '#' -> {
                if (!inWord) {
                    int end = text.indexOf('\n', at);
                    return end < 0 ? text.length() : end;
                }
                take(c);
            }
            default -> take(c);
        }
        return at + 1;
    }

    private int quoted(int from, char quote) {
        inWord = true;
        int at = from;
        while (at < text.length() && text.charAt(at) != quote) {
            at = quote == '"' && text.charAt(at) == '\\' ? escaped(at + 1) : take(at);
        }
        return at + 1;
    }

    /** A line that ends with a backslash goes on in the next one. */
    private int escaped(int at) {
        return at < text.length() && text.charAt(at) != '\n' ? take(at) : at + 1;
    }

    private int take(int at) {
        take(text.charAt(at));
        return at + 1;
    }

    private void take(char c) {
        word.append(c);
        inWord = true;
    }

    private void endWord() {
        if (inWord) {
            command.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }

    private void endCommand() {
        endWord();
        if (!command.isEmpty()) {
            commands.add(command);
            command = new ArrayList<>();
        }
    }
}
