package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.rule.code.PythonImports;
import io.github.dagsterfleet.rule.file.DagsterFile;
import io.github.dagsterfleet.text.SourcePath;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The Python files that the import of a location may come to: the whole package that its code source is in, and whatever
 * of the checkout these files import, package by package. A script that lies beside them is none.
 */
final class ImportedCode {
    private final CheckoutFiles files;
    /** Packages and modules, each by its folder or file. */
    private final Set<SourcePath> units = new HashSet<>();

    private ImportedCode(CheckoutFiles files) {
        this.files = files;
    }

    static ImportedCode of(CheckoutFiles files, List<CodeLocation> locations) {
        ImportedCode code = new ImportedCode(files);
        for (CodeLocation location : locations) {
            CodeRoots roots = CodeRoots.of(files, location);
            location.module()
                    .map(module -> module.text().split("\\.", -1)[0])
                    .flatMap(name -> unit(roots, name))
                    .ifPresent(unit -> code.add(unit, roots));
            CodeSources.pythonFile(files, location).ifPresent(file -> code.add(file, roots));
        }
        return code;
    }

    boolean holds(SourcePath file) {
        return units.stream().anyMatch(file::isBelow);
    }

    private void add(SourcePath first, CodeRoots roots) {
        Deque<SourcePath> due = new ArrayDeque<>(List.of(first));
        while (!due.isEmpty()) {
            SourcePath unit = due.remove();
            if (units.add(unit)) {
                imports(unit).forEach(name -> unit(roots, name).ifPresent(due::add));
            }
        }
    }

    private static Optional<SourcePath> unit(CodeRoots roots, String name) {
        return SourcePath.isValid(name) && !name.isEmpty()
                ? roots.module(name).map(found -> found.fileName().equals("__init__.py") ? found.parent() : found)
                : Optional.empty();
    }

    private Set<String> imports(SourcePath unit) {
        Set<String> names = new TreeSet<>();
        if (files.isFile(unit)) {
            imports(unit, names);
            return names;
        }
        files.visit(unit, folder -> !DagsterFile.skips(folder), file -> {
            if (file.value().endsWith(".py")) {
                imports(file, names);
            }
        });
        return names;
    }

    /** The first part of each name; a relative one, which begins with a dot, stays in its package. */
    private void imports(SourcePath file, Set<String> names) {
        files.text(file).flatMap(PythonImports::of).orElse(Set.of()).stream()
                .map(module -> module.split("\\.", 2)[0])
                .filter(name -> !name.isEmpty())
                .forEach(names::add);
    }
}
