package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.rule.code.ComponentReads;
import io.github.dagsterfleet.rule.code.DbtReads;
import io.github.dagsterfleet.rule.code.DltCalls;
import io.github.dagsterfleet.rule.code.FileReads;
import io.github.dagsterfleet.rule.code.PythonReads;
import io.github.dagsterfleet.rule.code.Read;
import io.github.dagsterfleet.rule.file.DagsterFile;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One walk over the files of a checkout: what they read of the environment, and which names stand anywhere in them. It
 * keeps what is read, and no file without a read.
 */
final class CodeScan {
    private static final int MOST_CHARACTERS = 1_000_000;

    /** What others made, or dbt and builds made again of what lies beside. */
    private static final Set<String> MADE = Set.of("build", "dist", "target", "dbt_packages", "site-packages");

    /** What runs before a deploy, in an environment of its own. */
    private static final Set<String> TESTS = Set.of("test", "tests", "conftest.py");

    /** The ends of files that may name a variable on the way to who reads it. */
    private static final List<String> SPEAKING =
            List.of(".py", ".ipynb", ".sql", ".yaml", ".yml", ".toml", ".json", ".cfg", ".ini", ".sh", "Dockerfile");

    private final CheckoutFiles files;
    private final Map<SourcePath, List<Read>> needed = new HashMap<>();
    private final Set<String> handled = new HashSet<>();
    private final Set<String> unmentioned;
    private DltCalls calls = new DltCalls(Set.of());
    private boolean open;

    private CodeScan(CheckoutFiles files, Set<String> names) {
        this.files = files;
        this.unmentioned = new HashSet<>(names);
    }

    /**
     * Looks at every file of the checkout.
     *
     * @param folders a file belongs to the deepest that it lies in
     * @param names that are looked for anywhere
     */
    static CodeScan of(CheckoutFiles files, Set<SourcePath> folders, Set<String> names) {
        CodeScan scan = new CodeScan(files, names);
        boolean all = files.visit(SourcePath.ROOT, CodeScan::enters, file -> scan.file(file, folders));
        scan.open |= !all;
        scan.calls();
        return scan;
    }

    /** A second walk, only where dlt fills arguments in: which functions to look for is known after the first. */
    private void calls() {
        Set<String> functions = needed.values().stream()
                .flatMap(List::stream)
                .flatMap(read -> read.argument().stream())
                .map(Read.Argument::function)
                .collect(Collectors.toSet());
        if (!functions.isEmpty()) {
            calls = new DltCalls(functions);
            files.visit(SourcePath.ROOT, CodeScan::enters, this::calls);
        }
    }

    private void calls(SourcePath path) {
        if (path.fileName().endsWith(".py") && !isTest(path)) {
            text(path).ifPresent(calls::read);
        }
    }

    private Optional<SourceText> text(SourcePath path) {
        return files.text(path).filter(text -> text.content().length() <= MOST_CHARACTERS);
    }

    private static boolean enters(String folder) {
        return !folder.startsWith(".") && !DagsterFile.skips(folder) && !MADE.contains(folder);
    }

    /** What the files of a folder do not get by without, and do not give themselves. */
    List<Read> needed(SourcePath folder) {
        return needed.getOrDefault(folder, List.of()).stream()
                .filter(read -> !isHandled(read))
                .toList();
    }

    /** Whether the code gives the answer itself: it sets the variable, or passes the argument. */
    private boolean isHandled(Read read) {
        return handled.contains(read.name())
                || read.argument().filter(calls::mayPass).isPresent();
    }

    /** Whether this name is nowhere, and nothing reads names that we cannot know. */
    boolean isUnread(String name) {
        return !open && unmentioned.contains(name);
    }

    private void file(SourcePath path, Set<SourcePath> folders) {
        String name = path.fileName();
        boolean ofDagster = DagsterFile.found(name)
                .filter(kind -> kind != DagsterFile.PYPROJECT)
                .isPresent();
        if (ofDagster || SPEAKING.stream().noneMatch(name::endsWith)) {
            return;
        }
        Optional<SourceText> read = text(path);
        if (read.isEmpty()) {
            open = true;
            return;
        }
        SourceText text = read.get();
        unmentioned.removeIf(wanted -> isMentioned(wanted, text));
        if (isTest(path)) {
            return;
        }
        FileReads reads = reads(text, name);
        open |= reads.isOpen();
        handled.addAll(reads.handled());
        if (!reads.needed().isEmpty()) {
            folder(path, folders).ifPresent(folder -> needed.computeIfAbsent(folder, key -> new ArrayList<>())
                    .addAll(reads.needed()));
        }
    }

    private FileReads reads(SourceText text, String name) {
        if (name.endsWith(".py")) {
            return PythonReads.of(text);
        }
        if (name.endsWith(".sql")) {
            return DbtReads.mayBeIn(text) ? DbtReads.ofSql(text) : FileReads.NONE;
        }
        boolean ofComponent = ComponentReads.isOne(name);
        if (ofComponent || (DbtReads.mayBeIn(text) && (name.endsWith(".yml") || name.endsWith(".yaml")))) {
            return files.yaml(text.path())
                    .map(root -> ofComponent ? ComponentReads.of(text, root) : DbtReads.ofYaml(text, root))
                    .orElse(FileReads.UNKNOWN);
        }
        return FileReads.NONE;
    }

    /** dlt asks for the name of an argument in capitals, with the sections before it that it lies in or without. */
    private static boolean isMentioned(String name, SourceText text) {
        String content = text.content();
        return content.contains(name) || (content.contains("dlt") && content.contains(name.toLowerCase(Locale.ROOT)));
    }

    private static boolean isTest(SourcePath path) {
        for (String name : path.value().split("/", -1)) {
            if (TESTS.contains(name) || (name.startsWith("test_") && name.endsWith(".py"))) {
                return true;
            }
        }
        return false;
    }

    private static Optional<SourcePath> folder(SourcePath file, Set<SourcePath> folders) {
        SourcePath at = file;
        while (!at.equals(SourcePath.ROOT)) {
            at = at.parent();
            if (folders.contains(at)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }
}
