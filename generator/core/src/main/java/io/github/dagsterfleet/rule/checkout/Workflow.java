package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourcePath;
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
        return steps().stream()
                .flatMap(WorkflowStep::everyText)
                .anyMatch(text ->
                        text.text().contains("ci template") || text.text().contains("dg plus deploy"));
    }

    /** What it says of a variable, at any level. */
    List<Scalar> variable(String name) {
        return steps().stream().flatMap(step -> step.variable(name)).toList();
    }

    /** Whether it may make a file of this name itself. */
    boolean speaksOf(String file) {
        return steps().stream().anyMatch(step -> step.speaksOf(file));
    }

    private List<WorkflowStep> steps() {
        return WorkflowStep.in(root);
    }

    /** Every call of a tool of Dagster. */
    List<DagsterCall> calls() {
        return steps().stream().flatMap(step -> step.calls().stream()).toList();
    }

    /** The value below a key, if it is one that no variable fills in. */
    static Optional<Scalar> literal(Mapping mapping, String key) {
        return mapping.scalar(key).filter(value -> isLiteral(value.text()));
    }

    static boolean isLiteral(String value) {
        return !value.isEmpty() && value.chars().noneMatch(c -> c <= ' ' || "$`{}\"'*\\~".indexOf(c) >= 0);
    }
}
