package io.github.dagsterfleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.change.difference.DifferenceText;
import io.github.dagsterfleet.text.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One change that 500 repos share fits on a screen. */
class SharedChangeTest {
    private static final int REPOS = 500;
    private static final int MOST_LINES = 50;
    private static final String BASE = "environments/base.yaml";
    private static final String WORKFLOW = "templates/repo/workflow.yml.ftl";

    private static final String SOURCE =
            """
            format: 1
            organization: acme
            environments: [dev, prod]
            dagster: 1.13.26
            agents:
              k8s:
                platform: k8s
                queues: [main]
                defaults:
                  location: {agent_queue: main, image: "example.com/${repo.name}:1"}
                  resources: {server: {memory: 1Gi}}
            defaults:
              env: {LOG_LEVEL: INFO}
              pyproject:
                project:
                  name: ${repo.name}
                  version: 0.1.0
                  dependencies: [dagster, dagster-cloud, dagster-k8s]
                dependency-groups: {dev: [dagster-webserver]}
            """;

    @TempDir
    private static Path folder;

    private static DiskWorkspace workspace;

    @BeforeAll
    static void generate() {
        workspace = DiskWorkspace.empty(folder)
                .with(BASE, SOURCE)
                .with(WORKFLOW, "version: ${dagster}\nsteps:\n  - uses: checkout@v1\n  - run: ${repo.name}\n");
        for (int i = 0; i < REPOS; i++) {
            workspace.with(
                    "repos/r%03d/repo.yaml".formatted(i),
                    "agent: k8s\n"
                            + (i % 100 == 0 ? "location: {container_context: {k8s: {labels: {own: x}}}}\n" : "")
                            + "locations: {l" + i + ": {code_source: {module_name: m}}}\n");
        }
        assertThat(workspace.generate().exitCode()).isZero();
    }

    private static String changed(String file, String before, String after) {
        String source = workspace.read(file);
        workspace.with(file, source.replace(before, after));
        DiffReport report = workspace.fleet().diff(new DiffRequest(List.of(), Optional.empty()));
        workspace.with(file, source);
        assertThat(report.findings()).isEmpty();
        String text = DifferenceText.print(report.differences().orElseThrow(), Span::toString);
        assertThat(text.lines().count()).as(text).isLessThanOrEqualTo(MOST_LINES);
        assertThat(text).contains("500 repos in ", ": r000, r001, r002 and 497 more", "\n500 repos differ: ");
        return text;
    }

    @Test
    void aDefaultVariable() {
        assertThat(changed(BASE, "INFO", "DEBUG"))
                .contains("  ~ LOG_LEVEL\n", "environments/base.yaml:13:20")
                .doesNotContain("INFO", "DEBUG");
    }

    @Test
    void aDefaultOfMemory() {
        assertThat(changed(BASE, "1Gi", "2Gi"))
                .contains("resources.limits.memory\n      1Gi -> 2Gi\n", "environments/base.yaml:11:36");
    }

    @Test
    void theVersionOfDagster() {
        assertThat(changed(BASE, "1.13.26", "1.13.27"))
                .contains("dagster-k8s==0.29.26 -> dagster-k8s==0.29.27  in 500 repos", "workflow.yml version")
                .contains("environments/base.yaml:4:10");
    }

    @Test
    void anImageOfEachRepo() {
        assertThat(changed(BASE, "}:1\"", "}:2\""))
                .contains(
                        "  ~ locations.*.image\n      example.com/r000:1 -> example.com/r000:2  in 1 repo\n",
                        "and 497 more values",
                        "environments/base.yaml:10:44");
    }

    @Test
    void aTemplate() {
        assertThat(changed(WORKFLOW, "checkout@v1", "checkout@v2"))
                .contains("workflow.yml steps[checkout].uses\n      checkout@v1 -> checkout@v2\n", WORKFLOW + ":3:1");
    }
}
