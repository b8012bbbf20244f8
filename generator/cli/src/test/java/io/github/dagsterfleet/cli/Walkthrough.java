package io.github.dagsterfleet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Does in a workspace what the fenced blocks of a page say, from top to bottom: a {@code diff} block edits the file named in its
 * first line, a {@code console} block runs its commands, and what a block does whose info string names a file is the test's
 * to say. The page comes out with what the commands print now, so a page that is right comes out as it went in.
 */
final class Walkthrough {
    private static final boolean UPDATE = Boolean.getBoolean("readme.update");
    private static final String FENCE = "```";
    /** With variables that only this command sees before it, in quotes or without, as in a shell. */
    private static final Pattern COMMAND =
            Pattern.compile("\\$ ((?:[A-Z_]+=(?:'[^']*'|\"[^\"]*\"|[^'\"\\s]+) )*)dagster-fleet (.+)");

    private static final Pattern VARIABLE = Pattern.compile("([A-Z_]+)=(?:'([^']*)'|\"([^\"]*)\"|([^'\"\\s]+)) ");

    private static final Pattern GIT = Pattern.compile("\\$ git (.+)");

    private static final String EXIT_CODE = "$ echo $?";

    private final Command command;
    private final NamedFile named;
    private final CommitNames commits = new CommitNames();
    private int blocks;
    private int exitCode;

    Walkthrough(Command command, NamedFile named) {
        this.command = command;
        this.named = named;
    }

    /** What becomes of a block whose info string names a file. */
    interface NamedFile {
        void follow(Command workspace, String file, String content);
    }

    /** How many blocks were followed so far. */
    int blocks() {
        return blocks;
    }

    /** The text, with what its commands print now. */
    String follow(String text) {
        List<String> out = new ArrayList<>();
        List<String> block = new ArrayList<>();
        String info = "";
        boolean inside = false;
        for (String line : text.split("\n", -1)) {
            if (!inside && line.startsWith(FENCE)) {
                inside = true;
                info = line.substring(FENCE.length()).strip();
                block.clear();
                out.add(line);
            } else if (inside && line.equals(FENCE)) {
                inside = false;
                out.addAll(followed(info, block));
                out.add(line);
            } else {
                (inside ? block : out).add(line);
            }
        }
        return String.join("\n", out);
    }

    /** Fails unless the page came out as it went in; {@code -Dreadme.update=true} rewrites it, and fails too. */
    static void compare(Path page, String before, String after) throws IOException {
        if (UPDATE && !after.equals(before)) {
            Files.writeString(page, after);
            fail(page.getFileName() + " is rewritten: look at it and commit it");
        }
        assertThat(after).isEqualTo(before);
    }

    private List<String> followed(String info, List<String> block) {
        int space = info.indexOf(' ');
        if (info.equals("console")) {
            blocks++;
            return run(block);
        }
        if (info.equals("diff")) {
            blocks++;
            edit(command, block);
        } else if (space >= 0) {
            blocks++;
            named.follow(command, info.substring(space + 1), lines(block));
        }
        return List.copyOf(block);
    }

    /** Each command with what it prints now, in the order of a terminal. */
    private List<String> run(List<String> block) {
        List<String> out = new ArrayList<>();
        for (String line : block) {
            Matcher typed = COMMAND.matcher(line);
            if (typed.matches()) {
                Command.Said said = command.with(variables(typed.group(1)))
                        .run(commits.typed(typed.group(2)).split(" "));
                exitCode = said.code();
                out.add(line);
                commits.named(said.out() + said.err()).lines().forEach(out::add);
            } else if (line.startsWith("$ git ")) {
                out.add(line);
                commits.named(git(line)).lines().forEach(out::add);
            } else if (line.equals(EXIT_CODE)) {
                out.add(line);
                out.add(Integer.toString(exitCode));
            }
        }
        assertThat(out).as("a console block without a command").isNotEmpty();
        return out;
    }

    /** A page that speaks of git is followed only where git is. */
    private String git(String line) {
        assumeTrue(GitCommand.isThere(), "no git");
        Matcher typed = GIT.matcher(line);
        assertThat(typed.matches()).isTrue();
        return GitCommand.run(
                command.workspace(), List.of(commits.typed(typed.group(1)).split(" ")));
    }

    private static Map<String, String> variables(String assignments) {
        Map<String, String> variables = new HashMap<>();
        VARIABLE.matcher(assignments)
                .results()
                .forEach(assignment -> variables.put(
                        assignment.group(1),
                        Stream.of(assignment.group(2), assignment.group(3), assignment.group(4))
                                .filter(Objects::nonNull)
                                .findFirst()
                                .orElseThrow()));
        return variables;
    }

    static void edit(Command command, List<String> diff) {
        String file = diff.get(0).replaceFirst("^\\+\\+\\+ ", "");
        List<String> old = new ArrayList<>();
        List<String> fresh = new ArrayList<>();
        for (String line : diff.subList(1, diff.size())) {
            String text = line.isEmpty() ? "" : line.substring(1);
            if (!line.startsWith("+")) {
                old.add(text);
            }
            if (!line.startsWith("-")) {
                fresh.add(text);
            }
        }
        String content = command.read(file);
        assertThat(content).as(file).containsOnlyOnce(lines(old));
        command.write(file, content.replace(lines(old), lines(fresh)));
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
