package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.List;
import java.util.Optional;

/**
 * One call of a tool of Dagster in a workflow, as far as it says in words what it works on.
 *
 * @param deployment where to
 * @param file which dagster_cloud.yaml, from the project's folder on
 * @param folder the project's folder; empty where nobody can tell
 * @param python the version of Python to build for
 */
record DagsterCall(
        Optional<Scalar> deployment, Optional<Scalar> file, Optional<String> folder, Optional<Scalar> python) {
    /** Of an action, such as {@code ci-init}. */
    static DagsterCall of(Mapping inputs) {
        return new DagsterCall(
                Workflow.literal(inputs, "deployment"),
                Workflow.literal(inputs, "dagster_cloud_yaml_path"),
                inputs.has("project_dir")
                        ? Workflow.literal(inputs, "project_dir").map(Scalar::text)
                        : Optional.of("."),
                Optional.empty());
    }

    /**
     * Of a command.
     *
     * @param deployment what it takes where it is told none
     * @param folder where it runs
     */
    static DagsterCall of(ShellCommand command, Optional<Scalar> deployment, Optional<String> folder) {
        return new DagsterCall(
                List.of("--deployment", "-d", WorkflowStep.DEPLOYMENT).stream()
                        .filter(command::says)
                        .findFirst()
                        .map(command::value)
                        .orElse(deployment),
                command.value("--dagster-cloud-yaml-path"),
                command.says("--project-dir")
                        ? command.value("--project-dir")
                                .flatMap(project -> folder.map(base -> base + "/" + project.text()))
                        : folder,
                command.value("--python-version"));
    }
}
