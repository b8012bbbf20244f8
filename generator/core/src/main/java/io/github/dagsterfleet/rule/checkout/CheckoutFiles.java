package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.rule.file.DagsterFile;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.source.TextDecoder;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.toml.TomlFormat;
import io.github.dagsterfleet.syntax.yaml.ForeignYaml;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The files of a checkout, each folder listed once, and without a word: what cannot be read is not there. */
final class CheckoutFiles {
    /** Names looked at when code is searched for; a checkout has a few thousand, a hostile one has no end. */
    private static final int MOST_NAMES = 20_000;

    /** No system opens a longer one. */
    private static final int LONGEST_PATH = 4096;

    private final SourceSet sources;
    private final SourcePath home;
    private final Map<SourcePath, List<SourceSet.Entry>> listed = new HashMap<>();

    /** @param home a folder that is there; to know that, nobody has to list the thousands beside it */
    CheckoutFiles(SourceSet sources, SourcePath home) {
        this.sources = sources;
        this.home = home;
    }

    /**
     * The path that a text names from a folder, as {@code ./src/} does; empty when it is absolute or leads out. A
     * backslash is what it is on Windows.
     */
    static Optional<SourcePath> resolve(SourcePath folder, String text) {
        String slashed = text.replace('\\', '/');
        if (slashed.startsWith("/")) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        if (!folder.value().isEmpty()) {
            names.addAll(List.of(folder.value().split("/", -1)));
        }
        for (String name : slashed.split("/", -1)) {
            if (name.equals("..")) {
                if (names.isEmpty()) {
                    return Optional.empty();
                }
                names.remove(names.size() - 1);
            } else if (!name.isEmpty() && !name.equals(".")) {
                names.add(name);
            }
        }
        String path = String.join("/", names);
        return isPath(path) ? Optional.of(new SourcePath(path)) : Optional.empty();
    }

    /** Whether a file of the checkout may have this path. */
    static boolean isPath(String text) {
        return text.length() <= LONGEST_PATH && SourcePath.isValid(text);
    }

    List<SourceSet.Entry> list(SourcePath folder) {
        return listed.computeIfAbsent(folder, path -> sources.list(path, new Findings()));
    }

    boolean isFolder(SourcePath path) {
        return home.isBelow(path)
                || entry(path).filter(SourceSet.Entry::isFolder).isPresent();
    }

    /** Whether a folder may be here: a link out of the checkout may lead to one. */
    boolean mayBeFolder(SourcePath path) {
        return isFolder(path) || (entry(path).isPresent() && !sources.isFile(path));
    }

    boolean isFile(SourcePath path) {
        return entry(path).filter(entry -> !entry.isFolder()).isPresent();
    }

    private Optional<SourceSet.Entry> entry(SourcePath path) {
        return path.equals(SourcePath.ROOT)
                ? Optional.empty()
                : list(path.parent()).stream()
                        .filter(entry -> entry.path().equals(path))
                        .findFirst();
    }

    Optional<SourceText> text(SourcePath path) {
        return isFile(path)
                ? sources.read(path, new Findings()).flatMap(file -> TextDecoder.decode(file, new Findings()))
                : Optional.empty();
    }

    Optional<Mapping> yaml(SourcePath path) {
        return text(path)
                .flatMap(text -> ForeignYaml.read(text, new Findings()))
                .flatMap(CheckoutFiles::mapping);
    }

    Optional<Mapping> toml(SourcePath path) {
        Findings unread = new Findings();
        return text(path)
                .flatMap(text -> TomlFormat.INSTANCE.read(text, unread))
                .filter(node -> !unread.hasErrors())
                .flatMap(CheckoutFiles::mapping);
    }

    private static Optional<Mapping> mapping(Node node) {
        return node instanceof Mapping mapping ? Optional.of(mapping) : Optional.empty();
    }

    /** The nearest file below the folder that is wanted; gives up when there are too many. */
    Optional<SourcePath> search(SourcePath folder, Predicate<SourcePath> wanted) {
        Deque<SourcePath> due = new ArrayDeque<>(List.of(folder));
        int seen = 0;
        while (!due.isEmpty()) {
            for (SourceSet.Entry entry : list(due.remove())) {
                if (++seen > MOST_NAMES) {
                    return Optional.empty();
                }
                if (!entry.isFolder() && wanted.test(entry.path())) {
                    return Optional.of(entry.path());
                }
                if (entry.isFolder() && !DagsterFile.skips(entry.path().fileName())) {
                    due.add(entry.path());
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Visits the files below a folder, the nearest first.
     *
     * @param enters by the name of a folder
     * @return false when there were too many to see all
     */
    boolean visit(SourcePath folder, Predicate<String> enters, Consumer<SourcePath> visitor) {
        Deque<SourcePath> due = new ArrayDeque<>(List.of(folder));
        int seen = 0;
        while (!due.isEmpty()) {
            List<SourceSet.Entry> entries = list(due.remove());
            if (entries.stream().anyMatch(CheckoutFiles::isOfVirtualEnvironment)) {
                continue;
            }
            for (SourceSet.Entry entry : entries) {
                if (++seen > MOST_NAMES) {
                    return false;
                }
                if (!entry.isFolder()) {
                    visitor.accept(entry.path());
                } else if (enters.test(entry.path().fileName())) {
                    due.add(entry.path());
                }
            }
        }
        return true;
    }

    private static boolean isOfVirtualEnvironment(SourceSet.Entry entry) {
        return entry.path().fileName().equals(DagsterFile.VIRTUAL_ENVIRONMENT);
    }
}
