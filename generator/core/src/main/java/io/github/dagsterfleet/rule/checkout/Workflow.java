package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.text.SourcePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A CI file that deploys to Dagster+, of GitHub or GitLab. Only what stands there in so many words is taken for known:
 * whatever a variable fills in is not.
 */
record Workflow(SourcePath path, Mapping root) {
    private static final String GITHUB = ".github/workflows";
    private static final String GITLAB = ".gitlab-ci.yml";

    /** Those in the folder itself. */
    static List<Workflow> in(CheckoutFiles files, SourcePath folder) {
        SourcePath github = folder.resolve(GITHUB);
        Stream<SourcePath> ofGitHub = files.isFolder(folder.resolve(".github")) && files.isFolder(github)
                ? files.list(github).stream()
                        .filter(entry -> !entry.isFolder())
                        .map(SourceSet.Entry::path)
                        .filter(path ->
                                path.value().endsWith(".yml") || path.value().endsWith(".yaml"))
                : Stream.empty();
        return Stream.concat(ofGitHub, Stream.of(folder.resolve(GITLAB)))
                .filter(path -> files.text(path)
                        .filter(text -> text.content().contains("dagster"))
                        .isPresent())
                .flatMap(path -> files.yaml(path).map(root -> new Workflow(path, root)).stream())
                .toList();
    }

    /** Whether it writes a dagster_cloud.yaml itself, so that nobody knows what is deployed. */
    boolean writesItsOwn() {
        return mappings().stream()
                .flatMap(mapping -> mapping.entries().stream())
                .flatMap(entry -> texts(entry.value()))
                .anyMatch(text ->
                        text.text().contains("ci template") || text.text().contains("dg plus deploy"));
    }

    /** What it says of a variable, at any level. */
    List<Scalar> variable(String name) {
        return mappings().stream()
                .flatMap(mapping -> mapping.scalar(name).stream())
                .filter(value -> isLiteral(value.text()))
                .toList();
    }

    /** Every call of a command of Dagster, and every input of an action of Dagster. */
    List<Deploy> deploys() {
        List<Deploy> deploys = new ArrayList<>();
        for (Mapping mapping : mappings()) {
            mapping.mapping("with").ifPresent(inputs -> deploys.add(Deploy.ofInputs(inputs)));
            mapping.entries().stream()
                    .flatMap(entry -> texts(entry.value()))
                    .flatMap(Deploy::ofCommands)
                    .forEach(deploys::add);
        }
        return deploys;
    }

    static boolean isLiteral(String value) {
        return !value.isEmpty() && value.chars().noneMatch(c -> c <= ' ' || "$`{}\"'*\\".indexOf(c) >= 0);
    }

    /** A text, or the texts of a list. */
    private static Stream<Scalar> texts(Node node) {
        return node instanceof Scalar scalar
                ? Stream.of(scalar)
                : node instanceof Sequence list ? list.scalars().stream() : Stream.empty();
    }

    private List<Mapping> mappings() {
        List<Mapping> found = new ArrayList<>();
        collect(root, found);
        return found;
    }

    private static void collect(Node node, List<Mapping> found) {
        if (node instanceof Mapping mapping) {
            found.add(mapping);
            mapping.forEach(entry -> collect(entry.value(), found));
        } else if (node instanceof Sequence list) {
            list.items().forEach(item -> collect(item, found));
        }
    }

    /** The value below a key, if it is one that no variable fills in. */
    static Optional<Scalar> literal(Mapping mapping, String key) {
        return mapping.scalar(key).filter(value -> isLiteral(value.text()));
    }
}
