package io.github.dagsterfleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.release.DeployOrder;
import io.github.dagsterfleet.release.Purpose;
import io.github.dagsterfleet.release.Turn;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.yaml.YamlFormat;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code order} says to type is what the workflows run, but for what only a workflow knows. */
class WorkflowLinesTest {
    private static final List<Path> WORKSPACES =
            List.of(Path.of("../.."), Path.of("src/test/resources/golden/generate/workflows/workspace"));

    private static final String WORKFLOW = "/generated/all/.github/workflows/dagster-plus.yml";

    @TempDir
    private Path temp;

    static List<Path> workspaces() {
        return WORKSPACES;
    }

    @ParameterizedTest
    @MethodSource("workspaces")
    void orderSaysWhatTheWorkflowRuns(Path source) {
        DiskWorkspace workspace = DiskWorkspace.copy(
                        source,
                        temp,
                        path -> !path.contains("/generated/")
                                && (path.startsWith("environments/")
                                        || path.startsWith("repos/")
                                        || path.startsWith("templates/")),
                        bytes -> bytes)
                .generated();
        int compared = 0;
        for (String environment : List.of("dev", "staging", "prod")) {
            DeployOrder order = workspace
                    .fleet()
                    .order(Optional.of(environment), Purpose.DEPLOY, List.of())
                    .value()
                    .orElseThrow();
            String deployment = order.environment().deployment().text();
            List<Turn> turns = Stream.concat(
                            order.waves().stream().flatMap(wave -> wave.turns().stream()), order.anyTime().stream())
                    .toList();
            for (Turn turn : turns) {
                String file = "repos/" + turn.repo() + WORKFLOW;
                if (workspace.has(file)) {
                    assertThat(turn.session().commands().stream()
                                    .map(WorkflowLinesTest::anyImage)
                                    .toList())
                            .as(turn.repo() + " in " + environment)
                            .isEqualTo(run(workspace.read(file), deployment));
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(10);
    }

    /** The lines that the job {@code deploy} has a shell run for one deployment, as somebody would type them. */
    private static List<String> run(String workflow, String deployment) {
        Mapping file = (Mapping) YamlFormat.INSTANCE
                .read(new SourceText(new SourcePath("workflow.yml"), workflow), new Findings())
                .orElseThrow();
        String python =
                file.mapping("env").flatMap(env -> env.text("PYTHON_VERSION")).orElse("");
        List<String> lines = new ArrayList<>();
        for (Mapping step : file.mapping("jobs")
                .flatMap(jobs -> jobs.mapping("deploy"))
                .orElseThrow()
                .mappings("steps")) {
            boolean due = step.text("if")
                    .filter(when -> !when.contains("'" + deployment + "'"))
                    .isEmpty();
            String location =
                    step.mapping("env").flatMap(env -> env.text("LOCATION")).orElse("");
            step.text("run").stream()
                    .filter(run -> due)
                    .flatMap(String::lines)
                    .filter(line -> line.startsWith("dagster-cloud "))
                    .map(line -> line.replaceAll(" --(commit-hash|git-url) \"[^\"]*\"", "")
                            .replace(" --project-dir code", "")
                            .replace("../config/", "")
                            .replace("$ENVIRONMENT", deployment)
                            .replace("$deployment", deployment)
                            .replace("$LOCATION", location)
                            .replace("$PYTHON_VERSION", python)
                            .replace("${IMAGE:?is not among the images given}", "$IMAGE")
                            .replaceAll("\"([^\"$]*)\"", "$1"))
                    .forEach(lines::add);
        }
        return lines;
    }

    private static String anyImage(String line) {
        return line.replaceAll("\\$IMAGE_\\w+", "\\$IMAGE");
    }
}
