package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.text.SourcePath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where Python may find the code of a location: the order was found in real repositories. */
final class CodeRoots {
    private final CheckoutFiles files;
    private final List<SourcePath> roots;

    private CodeRoots(CheckoutFiles files, Set<SourcePath> roots) {
        this.files = files;
        this.roots = roots.stream().filter(files::isFolder).toList();
    }

    /** The folder of the file, what is built, the {@code src} of both, the working directory. */
    static CodeRoots of(CheckoutFiles files, CodeLocation location) {
        List<SourcePath> bases = new ArrayList<>(List.of(location.folder()));
        location.builtFolder().ifPresent(bases::add);
        Set<SourcePath> roots = new LinkedHashSet<>();
        for (SourcePath base : bases) {
            roots.add(base);
            roots.add(base.resolve("src"));
        }
        location.workingDirectory()
                .ifPresent(directory -> bases.forEach(
                        base -> CheckoutFiles.resolve(base, directory.text()).ifPresent(roots::add)));
        return new CodeRoots(files, roots);
    }

    /** The file that an import of the module begins with; the folder of a package without an {@code __init__.py}. */
    Optional<SourcePath> module(String path) {
        for (SourcePath root : roots) {
            SourcePath module = root.resolve(path);
            SourcePath file = new SourcePath(module.value() + ".py");
            SourcePath init = module.resolve("__init__.py");
            if (files.isFile(init)) {
                return Optional.of(init);
            }
            if (files.isFile(file)) {
                return Optional.of(file);
            }
        }
        return roots.stream()
                .map(root -> root.resolve(path))
                .filter(files::isFolder)
                .findFirst();
    }
}
