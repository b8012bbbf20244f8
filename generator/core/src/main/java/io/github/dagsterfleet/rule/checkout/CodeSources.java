package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourcePath;
import java.util.Optional;

/**
 * The code source of a location is somewhere in the checkout. An image may hold more than that, so what is not found is a
 * warning, and nothing is said of a checkout without any Python in it.
 */
final class CodeSources implements CheckoutRule {
    @Override
    public void check(Checkout checkout, Findings findings) {
        for (CodeLocation location : checkout.locations()) {
            location.module().ifPresent(module -> module(checkout, location, module, findings));
            location.pythonFile().ifPresent(file -> pythonFile(checkout, location, file, findings));
        }
    }

    /** Whether the code of a location is where Python looks for it. */
    static boolean isFound(CheckoutFiles files, CodeLocation location) {
        Optional<SourcePath> module = location.module()
                .map(name -> name.text().replace('.', '/'))
                .filter(CheckoutFiles::isPath)
                .flatMap(path -> CodeRoots.of(files, location).module(path));
        return module.isPresent() || pythonFile(files, location).isPresent();
    }

    /** The file that Python opens for a location, if it is there. */
    static Optional<SourcePath> pythonFile(CheckoutFiles files, CodeLocation location) {
        return location.pythonFile()
                .flatMap(name -> location.builtFolder().flatMap(folder -> CheckoutFiles.resolve(folder, name.text())))
                .filter(files::isFile);
    }

    private static void module(Checkout checkout, CodeLocation location, Scalar module, Findings findings) {
        String path = module.text().replace('.', '/');
        if (!CheckoutFiles.isPath(path)) {
            return;
        }
        Optional<SourcePath> found = CodeRoots.of(checkout.files(), location).module(path);
        if (found.isPresent()) {
            // Beside a folder of the name there may be the package itself, which the build installs.
            boolean isAway = checkout.files().isFolder(found.get())
                    && elsewhere(checkout, path).isPresent();
            if (!location.isSearched() && !isAway) {
                EmptyPackage.check(checkout.files(), found.get(), module, findings);
            }
        } else {
            elsewhere(checkout, path)
                    .map(file -> away(module, file, path, location))
                    .or(() -> missing(checkout, location, module))
                    .ifPresent(findings::add);
        }
    }

    /** Python opens the file from where the process starts, whatever the working directory is. */
    private static void pythonFile(Checkout checkout, CodeLocation location, Scalar file, Findings findings) {
        Optional<SourcePath> beside = CheckoutFiles.resolve(location.folder(), file.text());
        Optional<SourcePath> built =
                location.builtFolder().flatMap(folder -> CheckoutFiles.resolve(folder, file.text()));
        if (!file.text().endsWith(".py")
                || built.isEmpty()
                || beside.filter(checkout.files()::isFile).isPresent()
                || built.filter(checkout.files()::isFile).isPresent()) {
            return;
        }
        Optional<SourcePath> inWorkingDirectory = location.builtFolder()
                .flatMap(folder -> location.workingDirectory()
                        .flatMap(directory -> CheckoutFiles.resolve(folder, directory.text() + "/" + file.text())))
                .filter(checkout.files()::isFile);
        inWorkingDirectory
                .map(path -> counts(file, path, location.builtFolder().orElseThrow()))
                .or(() -> missing(checkout, location, file))
                .ifPresent(findings::add);
    }

    private static Optional<SourcePath> elsewhere(Checkout checkout, String path) {
        return checkout.search(file ->
                file.value().endsWith("/" + path + ".py") || file.value().endsWith("/" + path + "/__init__.py"));
    }

    private static Finding away(Scalar module, SourcePath file, String path, CodeLocation location) {
        SourcePath root = new SourcePath(file.value().substring(0, file.value().lastIndexOf("/" + path)));
        SourcePath built = location.builtFolder().orElse(location.folder());
        String folder = root.isBelow(built) ? root.relativeTo(built) : root.value();
        return Finding.at(
                        FindingCode.CHECKOUT_NO_CODE,
                        module.origin(),
                        "`" + module.text() + "` lies below `" + folder + "`, where Python does not look for it")
                .label("found elsewhere")
                .help("write `working_directory: " + folder + "`, unless the build installs `" + module.text() + "`");
    }

    private static Finding counts(Scalar file, SourcePath found, SourcePath built) {
        return Finding.at(
                        FindingCode.CHECKOUT_NO_CODE,
                        file.origin(),
                        "`python_file` does not count from `working_directory`")
                .label("found elsewhere")
                .help("write `python_file: " + found.relativeTo(built) + "`");
    }

    /** Nothing where there is no code at all, or where it is said to be in the image only. */
    private static Optional<Finding> missing(Checkout checkout, CodeLocation location, Scalar source) {
        boolean inImage = location.workingDirectory()
                .filter(directory -> directory.text().startsWith("/"))
                .isPresent();
        if (inImage || !checkout.hasPython()) {
            return Optional.empty();
        }
        return Optional.of(Finding.at(
                        FindingCode.CHECKOUT_NO_CODE,
                        source.origin(),
                        "`" + source.text() + "` is nowhere in this checkout")
                .label("not found")
                .help("correct the name, unless the code is installed from elsewhere"));
    }
}
