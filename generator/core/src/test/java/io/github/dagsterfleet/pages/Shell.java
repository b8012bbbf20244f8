package io.github.dagsterfleet.pages;

import io.github.dagsterfleet.DagsterFleet;
import io.github.dagsterfleet.Progress;
import io.github.dagsterfleet.Request;
import io.github.dagsterfleet.RunReport;
import io.github.dagsterfleet.finding.Outcome;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands the few commands that pages may give, so that they run on every system alike. */
final class Shell {
    /** Of a command that is not ours. */
    private static final RunReport NOTHING = new RunReport(List.of(), List.of(), List.of(), 0, RunReport.Reach.NOTHING);

    /** On which every page is true. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final Pattern ECHO = Pattern.compile("echo '([^']*)' (>>?) (\\S+)");

    private final Path root;

    Shell(Path root) {
        this.root = root;
    }

    RunReport run(String command) {
        List<String> words = List.of(command.split(" "));
        if (words.get(0).equals("dagster-fleet")) {
            return fleet(words.get(1), words.subList(2, words.size()));
        }
        try {
            file(command, words);
        } catch (IOException e) {
            throw new UncheckedIOException(command, e);
        }
        return NOTHING;
    }

    private RunReport fleet(String verb, List<String> arguments) {
        DagsterFleet fleet = new DagsterFleet(root, 1, TODAY, Progress.SILENT);
        return switch (verb) {
            case "generate" -> fleet.generate(request(arguments));
            case "check" -> fleet.check(request(arguments));
            case "validate" ->
                arguments.get(0).equals("--checkout")
                        ? fleet.validate(root, arguments.subList(1, 2), Optional.empty())
                        : validate(arguments);
            case "explain" -> explain(fleet, arguments);
            default -> throw new IllegalArgumentException("pages cannot run `dagster-fleet " + verb + "`");
        };
    }

    private RunReport validate(List<String> paths) {
        return new RunReport(
                DagsterFleet.validate(root, paths, Optional.empty(), Optional.empty())
                        .findings(),
                List.of(),
                List.of(),
                0,
                RunReport.Reach.NOTHING);
    }

    private static RunReport explain(DagsterFleet fleet, List<String> arguments) {
        String repo = arguments.get(0);
        String environment = arguments.get(1);
        Outcome<?> answer = arguments.size() == 2
                ? fleet.explain(repo, environment)
                : fleet.explain(repo, environment, arguments.get(2));
        return new RunReport(answer.findings(), List.of(), List.of(), 0, RunReport.Reach.NOTHING);
    }

    private static Request request(List<String> arguments) {
        List<String> repos = new ArrayList<>();
        List<String> environments = new ArrayList<>();
        List<String> teams = new ArrayList<>();
        boolean discard = false;
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--env" -> environments.add(arguments.get(++i));
                case "--team" -> teams.add(arguments.get(++i));
                case "--discard" -> discard = true;
                default -> repos.add(arguments.get(i));
            }
        }
        return new Request(repos, environments, teams, discard);
    }

    private void file(String command, List<String> words) throws IOException {
        Matcher echo = ECHO.matcher(command);
        if (echo.matches()) {
            Files.writeString(
                    place(echo.group(3)),
                    echo.group(1) + "\n",
                    StandardOpenOption.CREATE,
                    echo.group(2).equals(">") ? StandardOpenOption.TRUNCATE_EXISTING : StandardOpenOption.APPEND);
            return;
        }
        switch (words.get(0)) {
            case "rm" -> Files.delete(root.resolve(words.get(1)));
            case "mv" -> Files.move(root.resolve(words.get(1)), place(words.get(2)));
            case "mkdir" -> Files.createDirectories(root.resolve(words.get(1)));
            case "ln" -> Files.createSymbolicLink(place(words.get(3)), Path.of(words.get(2)));
            case "truncate" -> {
                try (RandomAccessFile file =
                        new RandomAccessFile(place(words.get(3)).toFile(), "rw")) {
                    file.setLength(Long.parseLong(words.get(2)));
                }
            }
            default -> throw new IllegalArgumentException("pages cannot run `" + command + "`");
        }
    }

    private Path place(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return file;
    }
}
