package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A mapping of a workflow that may run something: a step of GitHub, a job of GitLab.
 *
 * @param deployment the one that its environment names
 * @param folder where its commands run, from the checkout on; empty where nobody can tell
 */
record WorkflowStep(Mapping said, Optional<Scalar> deployment, Optional<String> folder) {
    static final String DEPLOYMENT = "DAGSTER_CLOUD_DEPLOYMENT";

    private static final List<String> SCRIPTS = List.of("run", "before_script", "script", "after_script");
    private static final List<String> ENVIRONMENTS = List.of("variables", "env");

    /** All of a workflow, each with what it inherits from those around it. */
    static List<WorkflowStep> in(Mapping root) {
        List<WorkflowStep> steps = new ArrayList<>();
        new WorkflowStep(root, Optional.empty(), Optional.of(".")).collect(root, steps);
        return steps;
    }

    private void collect(Node node, List<WorkflowStep> steps) {
        if (node instanceof Mapping mapping) {
            WorkflowStep step = inner(mapping);
            steps.add(step);
            mapping.forEach(entry -> step.collect(entry.value(), steps));
        } else if (node instanceof Sequence list) {
            list.items().forEach(item -> collect(item, steps));
        }
    }

    private WorkflowStep inner(Mapping mapping) {
        Optional<Mapping> environment = ENVIRONMENTS.stream()
                .flatMap(key -> mapping.mapping(key).stream())
                .filter(variables -> variables.has(DEPLOYMENT))
                .findFirst();
        Optional<Mapping> place = Stream.of(
                        Optional.of(mapping), mapping.mapping("defaults").flatMap(run -> run.mapping("run")))
                .flatMap(Optional::stream)
                .filter(keys -> keys.has("working-directory"))
                .findFirst();
        return new WorkflowStep(
                mapping,
                environment.isPresent() ? Workflow.literal(environment.get(), DEPLOYMENT) : deployment,
                place.isPresent()
                        ? Workflow.literal(place.get(), "working-directory").map(Scalar::text)
                        : folder);
    }

    /** The calls of Dagster's tools in it. */
    List<DagsterCall> calls() {
        List<DagsterCall> calls = new ArrayList<>();
        if (isActionOfDagster()) {
            Optional<Mapping> inputs = said.mapping("with");
            inputs.map(DagsterCall::of).ifPresent(calls::add);
            // The action that runs a command is not told `dagster-cloud` itself.
            inputs.flatMap(with -> with.scalar("command")).stream()
                    .flatMap(text -> ShellCommand.in(text).stream())
                    .map(command -> DagsterCall.of(command, deployment, Optional.of(".")))
                    .forEach(calls::add);
        }
        calls.addAll(callsOfScripts());
        return calls;
    }

    /** All scripts of a step are one shell, in which variables and the folder stay as they were set. */
    private List<DagsterCall> callsOfScripts() {
        List<DagsterCall> calls = new ArrayList<>();
        Optional<Scalar> target = deployment;
        Optional<String> place = folder;
        boolean branched = false;
        for (ShellCommand command : commands()) {
            if (command.runs("dagster-cloud")) {
                calls.add(DagsterCall.of(command, target, place));
            } else if (command.runs("cd") || command.runs("pushd")) {
                place = Optional.empty();
            } else if (command.sets(DEPLOYMENT)) {
                target = branched ? Optional.empty() : command.value(DEPLOYMENT);
            }
            branched |= command.branches();
        }
        return calls;
    }

    /** What it sets a variable to, by a key or in a script. */
    Stream<Scalar> variable(String name) {
        return Stream.concat(
                Workflow.literal(said, name).stream(),
                commands().stream()
                        .filter(command -> command.sets(name))
                        .flatMap(command -> command.value(name).stream()));
    }

    /** Whether a command that is none of Dagster's has to do with a file of this name, which it may make. */
    boolean speaksOf(String file) {
        return commands().stream()
                .filter(command -> !command.runs("dagster-cloud"))
                .flatMap(command -> command.words().stream())
                .anyMatch(word -> word.endsWith(file));
    }

    /** Every text right in it. */
    Stream<Scalar> everyText() {
        return said.entries().stream().flatMap(entry -> texts(entry.value()));
    }

    private boolean isActionOfDagster() {
        return said.text("uses").filter(action -> action.contains("dagster")).isPresent();
    }

    private List<ShellCommand> commands() {
        return SCRIPTS.stream()
                .flatMap(key -> said.get(key).stream())
                .flatMap(WorkflowStep::texts)
                .flatMap(text -> ShellCommand.in(text).stream())
                .toList();
    }

    /** A text, or the texts of a list. */
    private static Stream<Scalar> texts(Node node) {
        return node instanceof Scalar scalar
                ? Stream.of(scalar)
                : node instanceof Sequence list ? list.scalars().stream() : Stream.empty();
    }
}
