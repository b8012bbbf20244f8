package io.github.dagsterfleet.rule.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.fleet.MemoryFleet;
import org.junit.jupiter.api.Test;

/** Names that are one of a kind, or that somebody must have. */
class NamesAcrossReposTest {
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

    @Test
    void oneDeploymentOfTwoEnvironmentsHasOneLocationOfAName() {
        MemoryFleet fleet = new MemoryFleet()
                .with("environments/dev.yaml", "deployment: prod\n")
                .with("repos/a/repo.yaml", repo("web", "[dev]"))
                .with("repos/b/repo.yaml", repo("web", "[prod]"));

        assertThat(fleet.read().codes())
                .containsExactly(
                        "fleet/shared-deployment environments/dev.yaml:1",
                        "fleet/duplicate-location repos/b/repo.yaml:4");
    }

    @Test
    void manyClaimantsOfOneNameAreOneFinding() {
        MemoryFleet.Read read = new MemoryFleet()
                .with("repos/a/repo.yaml", repo("web", "[dev, prod]"))
                .with("repos/b/repo.yaml", repo("web", "[dev]"))
                .with("repos/c/repo.yaml", repo("web", "[prod]"))
                .with("repos/d/repo.yaml", repo("web", "[prod]"))
                .read();

        assertThat(read.codes()).containsExactly("fleet/duplicate-location repos/b/repo.yaml:4");
        assertThat(read.findings().get(0).message()).startsWith("repos `a`, `b` and 2 other repos all have");
        assertThat(read.findings().get(0).related()).hasSize(3);
    }

    @Test
    void namesThatDifferInCaseAndPunctuationAreTooSimilar() {
        assertThat(new MemoryFleet()
                        .with("repos/a/repo.yaml", repo("web-app", "[dev]"))
                        .with("repos/b/repo.yaml", repo("Web_App", "[dev, prod]"))
                        .read()
                        .codes())
                .containsExactly("fleet/similar-location repos/b/repo.yaml:4");
        assertThat(new MemoryFleet()
                        .with("repos/a/repo.yaml", repo("web-app", "[dev]"))
                        .with("repos/b/repo.yaml", repo("Web_App", "[prod]"))
                        .read()
                        .codes())
                .isEmpty();
    }

    @Test
    void namesThatAnAgentCutsToOneAreTooSimilar() {
        String long1 = "a".repeat(56) + "x";
        String long2 = "a".repeat(56) + "y";
        MemoryFleet.Read read = new MemoryFleet()
                .with("repos/a/repo.yaml", repo(long1, "[dev, prod]"))
                .with("repos/b/repo.yaml", repo(long2, "[dev, prod]"))
                .read();

        assertThat(read.codes()).containsExactly("fleet/similar-location repos/b/repo.yaml:4");
        assertThat(read.findings().get(0).message()).contains("have one name on `k8s`");
    }

    @Test
    void nameCarriesAnEnvironmentOnlyAtItsEnd() {
        MemoryFleet.Read read = new MemoryFleet()
                .with("repos/a/repo.yaml", repo("web-PROD", "[dev, prod]"))
                .with("repos/b/repo.yaml", repo("dev-tools", "[dev, prod]"))
                .with("repos/c/repo.yaml", repo("dev", "[dev]"))
                .with("repos/d/repo.yaml", repo("nonprod", "[dev]"))
                .read();

        assertThat(read.codes()).containsExactly("fleet/environment-in-name repos/a/repo.yaml:4");
        assertThat(read.findings().get(0).isError()).isFalse();
    }

    @Test
    void registryBeginsWithOneOfTheCatalogueAsSoonAsThereIsOne() {
        String other = "location: {build: {registry: \"registry.example.com/database/x\"}}\n";
        MemoryFleet fleet = new MemoryFleet().repo("models", other);

        assertThat(fleet.read().codes()).isEmpty();
        MemoryFleet.Read read = fleet.append(
                        "environments/base.yaml", "registries: {a: {prefix: registry.example.com/data}}\n")
                .read();
        assertThat(read.codes()).containsExactly("fleet/unknown-registry repos/models/repo.yaml:4");
        assertThat(read.findings().get(0).help()).containsExactly("let it begin with `registry.example.com/data`");
    }

    @Test
    void oneLineThatMakesManyRegistriesIsOneFinding() {
        MemoryFleet.Read read = new MemoryFleet()
                .append(
                        "environments/base.yaml",
                        """
                        registries: {a: {prefix: registry.example.com/data/}}
                        defaults: {location: {build: {registry: "docker.io/${repo.name}"}}}
                        """)
                .repo("models", "")
                .repo("other", "")
                .read();

        assertThat(read.codes()).containsExactly("fleet/unknown-registry environments/base.yaml:9");
        assertThat(read.findings().get(0).message()).endsWith("nor does the registry of 1 other repo");
    }
}
