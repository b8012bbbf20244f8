package io.github.dagsterfleet.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What only all repos together can tell. */
class AcrossReposTest {
    private static String repo(String location, String environments) {
        return """
                agent: eks
                environments: %s
                locations:
                  %s: {code_source: {module_name: m}}
                """
                .formatted(environments, location);
    }

    @Test
    void oneNameInOneDeploymentIsTakenOnce() {
        MemoryFleet.Read read = new MemoryFleet()
                .with("repos/a/repo.yaml", repo("web", "[dev, prod]"))
                .with("repos/b/repo.yaml", repo("web", "[prod]"))
                .read();

        assertThat(read.codes()).containsExactly("fleet/duplicate-location repos/b/repo.yaml:4");
        assertThat(read.findings().get(0).related()).singleElement().satisfies(note -> assertThat(
                        note.site().path().map(path -> path.value()))
                .contains("repos/a/repo.yaml"));
    }

    @Test
    void oneNameInDifferentDeploymentsIsFree() {
        assertThat(new MemoryFleet()
                        .with("repos/a/repo.yaml", repo("web", "[dev]"))
                        .with("repos/b/repo.yaml", repo("web", "[prod]"))
                        .read()
                        .codes())
                .isEmpty();
    }

    @Test
    void needOfAnotherReposLocation() {
        assertThat(new MemoryFleet()
                        .repo("upstream", "")
                        .repo("downstream", "needs: [upstream]\n")
                        .read()
                        .codes())
                .isEmpty();
    }

    @Test
    void needOfNobodyNamesTheNearest() {
        MemoryFleet.Read read = new MemoryFleet()
                .repo("upstream", "")
                .repo("downstream", "needs: [upstraem]\n")
                .read();

        assertThat(read.codes()).containsExactly("fleet/unknown-need repos/downstream/repo.yaml:4");
        assertThat(read.findings().get(0).help()).containsExactly("write `upstream`");
    }

    @Test
    void needIsNotJudgedWhileARepoThatMayHaveItCannotBeRead() {
        assertThat(new MemoryFleet()
                        .repo("upstream", "nonsense: true\n")
                        .repo("downstream", "needs: [upstream]\n")
                        .read()
                        .codes())
                .containsExactly("schema/unknown-key repos/upstream/repo.yaml:4");
    }

    @Test
    void needOfNobodyIsToldThoughAnotherRepoCannotBeRead() {
        assertThat(new MemoryFleet()
                        .repo("upstream", "nonsense: true\n")
                        .repo("downstream", "needs: [upstraem]\n")
                        .read()
                        .codes())
                .containsExactly(
                        "fleet/unknown-need repos/downstream/repo.yaml:4",
                        "schema/unknown-key repos/upstream/repo.yaml:4");
    }

    @Test
    void sharedLayerSpeaksOfALocationThatSomeRepoHas() {
        String profile = "defaults: {locations: {models: {working_directory: src}}}\n";

        assertThat(new MemoryFleet()
                        .with("environments/profiles/p.yaml", profile)
                        .repo("models", "profiles: [p]\n")
                        .repo("other", "profiles: [p]\n")
                        .read()
                        .codes())
                .isEmpty();
        assertThat(new MemoryFleet()
                        .with("environments/profiles/p.yaml", profile)
                        .repo("other", "profiles: [p]\n")
                        .read()
                        .codes())
                .containsExactly("fleet/unknown-location environments/profiles/p.yaml:1");
    }

    @Test
    void sharedLayerSpeaksOfAProjectThatSomeRepoHas() {
        assertThat(new MemoryFleet()
                        .append(
                                "environments/base.yaml",
                                "defaults: {projects: {packages/x: {pyproject: {project: {name: x}}}}}\n")
                        .repo("models", "")
                        .read()
                        .codes())
                .containsExactly("fleet/unknown-project environments/base.yaml:8");
    }

    @Test
    void memberOfAGroupIsARepo() {
        assertThat(new MemoryFleet()
                        .append("environments/base.yaml", "groups: {g: {variables: [X], members: [models, nobody]}}\n")
                        .repo("models", "")
                        .read()
                        .codes())
                .containsExactly("fleet/unknown-member environments/base.yaml:8");
    }
}
