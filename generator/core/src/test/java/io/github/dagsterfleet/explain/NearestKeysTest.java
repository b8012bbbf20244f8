package io.github.dagsterfleet.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is said to somebody who asks for a key that there is not. */
class NearestKeysTest {
    private final Workspaces workspace = new Workspaces();

    @Test
    void aMisspeltKeyIsAnsweredWithTheNearest() {
        assertThat(workspace.text("dev", "locations.wep.agent_queue"))
                .isEqualTo(
                        """
                        error[usage/unknown-key]: no layer sets `locations.wep.agent_queue` for `hello` in `dev`
                        help: ask for `locations.web.agent_queue`

                        1 error
                        """);
    }

    @Test
    void aKeyOfLocationsAskedForAtTheTopIsFound() {
        assertThat(workspace.text("dev", "agent_queue"))
                .isEqualTo(
                        """
                        error[usage/unknown-key]: `hello` in `dev` has no key `agent_queue`
                        help: ask for `locations.web.agent_queue` or `locations.batch.agent_queue`

                        1 error
                        """);
    }

    @Test
    void aMisspeltShortKeyIsAnsweredInItsShortForm() {
        assertThat(workspace.text("dev", "evn.LOG_LEVEL")).contains("help: ask for `env.LOG_LEVEL`\n");
        assertThat(workspace.text("dev", "env.LOG_LEVL.value")).contains("help: ask for `env.LOG_LEVEL.value`\n");
    }

    @Test
    void whatIsNoKeyIsToldHowKeysAreWritten() {
        assertThat(workspace.text("dev", "a..b"))
                .isEqualTo(
                        """
                        error[usage/unknown-key]: `a..b` is not the form of a key
                        help: join names by dots, put names with dots in quotes and tell an item by its own key: \
                        `projects.".".pyproject.project.dependencies[pandas]`

                        1 error
                        """);
    }

    @Test
    void aShortKeyIsProposedOnlyWhereItLeadsSomewhere() {
        workspace.withMore("repos/hello/repo.yaml", "pyproject: {project: {name: hello}}\n");
        assertThat(workspace.text("dev", "projects.pyproject")).contains("help: ask for `projects`\n");
    }

    @Test
    void aNameWithDotsIsProposedInQuotes() {
        workspace.withMore("repos/hello/repo.yaml", "vars: {limits: {a.b: {c: 1}}}\n");
        assertThat(workspace.text("dev", "vars.limits.a.b.c")).contains("help: ask for `vars.limits.\"a.b\".c`\n");
    }

    @Test
    void aMisspeltKeyThatIsGoneIsFoundToo() {
        workspace.with("repos/hello/overlays/dev.yaml", "env: {LOG_LEVEL: {$remove: true}}\n");
        assertThat(workspace.text("dev", "env.LOG_LEVL.value")).contains("help: ask for `env.LOG_LEVEL.value`\n");
    }

    @Test
    void anItemIsProposedWithTheNameOfItsField() {
        workspace.withMore(
                "repos/hello/repo.yaml",
                "location: {container_context: {k8s: {volumes: [{name: data, emptyDir: {}}]}}}\n");
        assertThat(workspace.text("dev", "location.container_context.k8s.volumes[data]"))
                .contains("help: ask for `location.container_context.k8s.volumes[name=data]`\n");
    }

    @Test
    void whereNothingIsNearTheKeyAboveIsProposed() {
        assertThat(workspace.text("dev", "team.name"))
                .isEqualTo(
                        """
                        error[usage/unknown-key]: `hello` in `dev` has no key `team.name`
                        help: ask for `team`

                        1 error
                        """);
        assertThat(workspace.text("dev", "env.XYZ.value")).contains("help: ask for `env`\n");
    }

    @Test
    void aLocationOfOtherEnvironmentsIsAbsent() {
        workspace.with("repos/hello/overlays/dev.yaml", "locations: {batch: {environments: [prod]}}\n");
        assertThat(workspace.text("dev", "locations.batch.agent_queue"))
                .startsWith("error[usage/unknown-key]: location `batch` is absent from `hello` in `dev`\n");
    }
}
