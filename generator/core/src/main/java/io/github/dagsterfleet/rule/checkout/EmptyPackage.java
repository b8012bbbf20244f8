package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;

/** To name a package is to import its {@code __init__.py}, and no other file of it. */
final class EmptyPackage {
    private EmptyPackage() {}

    /** @param found what the import begins with */
    static void check(CheckoutFiles files, SourcePath found, Scalar module, Findings findings) {
        if (found.fileName().equals("__init__.py")
                && files.isFile(found.parent().resolve("definitions.py"))
                && files.text(found).filter(EmptyPackage::importsNothing).isPresent()) {
            findings.add(Finding.at(
                            FindingCode.CHECKOUT_NO_DEFINITIONS,
                            module.origin(),
                            "`" + module.text() + "` is a package whose `__init__.py` defines nothing for Dagster")
                    .label("loads nothing")
                    .help("write `" + module.text() + ".definitions`"));
        }
    }

    /** What imports nothing of Dagster and nothing of its own package can hold no definitions. */
    private static boolean importsNothing(SourceText init) {
        return init.content()
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("import ") || line.startsWith("from "))
                .noneMatch(line -> line.contains("dagster")
                        || line.startsWith("from .")
                        || line.contains(init.path().parent().fileName()));
    }
}
