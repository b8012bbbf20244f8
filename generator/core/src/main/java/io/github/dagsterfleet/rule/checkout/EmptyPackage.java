package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.rule.code.PythonImports;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** To name a package is to import its {@code __init__.py}, and no other file of it. */
final class EmptyPackage {
    private static final String INIT = "__init__.py";

    /** The modules that hold the definitions by custom. */
    private static final List<String> CUSTOMARY = List.of("definitions", "defs");

    /** What comes with Python, loads no other code and is often imported by an {@code __init__.py}. */
    private static final Set<String> PLAIN = Set.of(
            "__future__",
            "collections",
            "dataclasses",
            "datetime",
            "enum",
            "functools",
            "importlib.metadata",
            "json",
            "logging",
            "os",
            "pathlib",
            "re",
            "sys",
            "typing",
            "warnings");

    private static final List<String> IMPORTS_AT_RUN_TIME = List.of("__import__", "exec(", "import_module");

    private EmptyPackage() {}

    /** @param found what the import begins with: a file, or a folder without an {@code __init__.py} */
    static void check(CheckoutFiles files, SourcePath found, Scalar module, Findings findings) {
        if (files.isFolder(found)) {
            findings.add(without(files, found, module, "is a folder without `" + INIT + "`, which defines nothing"));
        } else if (found.fileName().equals(INIT)
                && files.text(found).filter(EmptyPackage::definesNothing).isPresent()) {
            findings.add(without(
                    files, found.parent(), module, "is a package whose `" + INIT + "` defines nothing for Dagster"));
        }
    }

    private static Finding without(CheckoutFiles files, SourcePath folder, Scalar module, String words) {
        Optional<String> due = CUSTOMARY.stream()
                .filter(name -> files.isFile(folder.resolve(name + ".py")))
                .findFirst();
        return Finding.at(FindingCode.CHECKOUT_NO_DEFINITIONS, module.origin(), "`" + module.text() + "` " + words)
                .label("loads nothing")
                .help(due.map(name -> "write `" + module.text() + "." + name + "`")
                        .orElse("name the module with the definitions, or import them in `" + folder.fileName() + "/"
                                + INIT + "`"));
    }

    /** What imports nothing but plain modules can hold no definitions. */
    private static boolean definesNothing(SourceText init) {
        return IMPORTS_AT_RUN_TIME.stream().noneMatch(init.content()::contains)
                && PythonImports.of(init).filter(PLAIN::containsAll).isPresent();
    }
}
