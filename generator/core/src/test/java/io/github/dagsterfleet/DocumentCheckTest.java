package io.github.dagsterfleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Site;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a file is told where its sources stand, before anything is written. */
class DocumentCheckTest {
    @TempDir
    private Path root;

    private List<String> told(String dagster, String repo) {
        RunReport report = DiskWorkspace.empty(root)
                .with(
                        "environments/base.yaml",
                        """
                        format: 1
                        organization: acme
                        environments: [dev, prod]
                        dagster: %s
                        agents: {k8s: {platform: k8s}}
                        """
                                .formatted(dagster))
                .with("repos/alpha/repo.yaml", repo)
                .generate();
        return report.findings().stream()
                .map(finding -> finding.code().id() + (finding.site() instanceof Site.InSpan in ? " " + in.span() : ""))
                .toList();
    }

    private static String repo(String location, String more) {
        return """
                team: alpha
                agent: k8s
                locations:
                  alpha: {image: "a:1", %s}
                %s
                """
                .formatted(location, more);
    }

    @Test
    void aFileThatIsNoPythonIsToldOnceForAllEnvironments() {
        assertThat(told("1.13.27", repo("code_source: {python_file: reports/definitions}", "")))
                .containsExactly("rule/python-file repos/alpha/repo.yaml:4:52");
    }

    @Test
    void aMountWithoutVolumeIsTold() {
        assertThat(told(
                        "1.13.27",
                        repo(
                                "code_source: {module_name: a}",
                                "location: {container_context: {k8s: {volume_mounts: [{name: b, mount_path: /b}]}}}")))
                .containsExactly("rule/no-volume repos/alpha/repo.yaml:5:61");
    }

    @Test
    void aKeyThatTheFleetsReleaseDoesNotKnowIsTold() {
        String repo = repo("code_source: {autoload_defs_module_name: a}", "");

        assertThat(told("1.10.18", repo)).containsExactly("schema/unknown-key repos/alpha/repo.yaml:4:39");
        assertThat(told("1.10.21", repo)).isEmpty();
    }

    @Test
    void whatTheProjectNamesIsLookedAt() {
        assertThat(
                        told(
                                "1.13.27",
                                repo(
                                        "code_source: {module_name: a}",
                                        """
                                pyproject:
                                  project: {name: a, version: "1", dependencies: [dagster], scripts: {b: "c d"}}
                                  dependency-groups: {dev: [{include-group: test}]}
                                """)))
                .containsExactly(
                        "checkout/no-dependency repos/alpha/repo.yaml:6:36",
                        "schema/pattern repos/alpha/repo.yaml:6:74",
                        "rule/dependency-group repos/alpha/repo.yaml:7:45");
    }
}
