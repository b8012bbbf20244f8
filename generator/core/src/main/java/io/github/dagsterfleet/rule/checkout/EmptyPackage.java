package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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
        String content = init.content();
        return Stream.of("__import__", "exec(", "import_module").noneMatch(content::contains)
                && content.lines()
                        .flatMap(line -> Stream.of(line.split(";", -1)))
                        .map(String::strip)
                        .filter(line -> line.startsWith("import ") || line.startsWith("from "))
                        .allMatch(EmptyPackage::isPlain);
    }

    private static boolean isPlain(String line) {
        boolean whole = line.startsWith("import ");
        String modules = line.substring(line.indexOf(' ') + 1);
        return Stream.of(whole ? modules.split(",", -1) : new String[] {modules})
                .map(module -> module.strip().split("[\\s#]", 2)[0])
                .allMatch(PLAIN::contains);
    }
}
