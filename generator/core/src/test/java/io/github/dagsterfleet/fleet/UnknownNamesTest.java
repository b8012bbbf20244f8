package io.github.dagsterfleet.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Names that nobody declares. */
class UnknownNamesTest {
    private static MemoryFleet.Read models(String more) {
        return new MemoryFleet().repo("models", more).read();
    }

    @Test
    void profileIsToldOnceForAllEnvironments() {
        assertThat(models("profiles: [gpuu]\n").codes())
                .containsExactly("fleet/unknown-profile repos/models/repo.yaml:4");
    }

    @Test
    void agentNamesTheNearest() {
        MemoryFleet.Read read = new MemoryFleet()
                .repo("models", "")
                .with("repos/models/overlays/prod.yaml", "agent: eksx\n")
                .read();

        assertThat(read.codes()).containsExactly("fleet/unknown-agent repos/models/overlays/prod.yaml:1");
        assertThat(read.findings().get(0).help()).containsExactly("write `eks`");
    }

    @Test
    void environmentInPresence() {
        assertThat(models("environments: [dev, prd]\n").codes())
                .containsExactly("fleet/unknown-environment repos/models/repo.yaml:4");
    }

    @Test
    void environmentOfAnOverlay() {
        assertThat(new MemoryFleet()
                        .repo("models", "")
                        .with("repos/models/overlays/qa.yaml", "vars: {x: 1}\n")
                        .read()
                        .codes())
                .containsExactly("fleet/unknown-environment repos/models/overlays/qa.yaml");
    }

    @Test
    void environmentOfASharedFile() {
        assertThat(new MemoryFleet()
                        .repo("models", "")
                        .with("environments/qa.yaml", "kind: full\n")
                        .with("environments/profiles/gpu.yaml", "environments: {qa: {defaults: {vars: {x: 1}}}}\n")
                        .read()
                        .codes())
                .containsExactly(
                        "fleet/unknown-environment environments/profiles/gpu.yaml:1",
                        "fleet/unknown-environment environments/qa.yaml");
    }

    @Test
    void locationOfAnOverlayNamesTheDeclaredOne() {
        MemoryFleet.Read read = new MemoryFleet()
                .repo("models", "")
                .with("repos/models/overlays/prod.yaml", "locations: {modls: {working_directory: x}}\n")
                .read();

        assertThat(read.codes()).containsExactly("fleet/unknown-location repos/models/overlays/prod.yaml:1");
        assertThat(read.findings().get(0).related()).hasSize(1);
    }

    @Test
    void projectThatNoLocationLivesIn() {
        assertThat(models("projects: {packages/x: {pyproject: {project: {name: x}}}}\n")
                        .codes())
                .containsExactly("fleet/unknown-project repos/models/repo.yaml:4");
    }

    @Test
    void locationThatExistsNowhere() {
        assertThat(new MemoryFleet()
                        .repo("models", "environments: [dev]\n")
                        .with("repos/models/overlays/dev.yaml", "locations: {models: {environments: [prod]}}\n")
                        .read()
                        .codes())
                .containsExactly("fleet/location-nowhere repos/models/repo.yaml:3");
    }

    @Test
    void repoWithoutAgent() {
        assertThat(new MemoryFleet()
                        .with("repos/models/repo.yaml", "locations: {models: {code_source: {module_name: m}}}\n")
                        .read()
                        .codes())
                .containsExactly("fleet/no-agent repos/models/repo.yaml");
    }

    @Test
    void fileWithoutRepo() {
        assertThat(new MemoryFleet()
                        .repo("models", "")
                        .with("repos/modls/overlays/dev.yaml", "vars: {x: 1}\n")
                        .read()
                        .codes())
                .containsExactly("fleet/stray-file repos/modls/overlays");
    }

    @Test
    void selectorInWhatItSelects() {
        assertThat(new MemoryFleet()
                        .with("environments/profiles/gpu.yaml", "defaults: {agent: ecs}\n")
                        .repo("models", "")
                        .read()
                        .codes())
                .containsExactly("fleet/selector-in-selected environments/profiles/gpu.yaml:1");
    }

    @Test
    void reservedNameOfAnEnvironment() {
        assertThat(new MemoryFleet()
                        .with(
                                "environments/base.yaml",
                                "format: 1\norganization: acme\nenvironments: [dev, all]\ndagster: 1.13.27\n")
                        .read()
                        .codes())
                .containsExactly("fleet/reserved-name environments/base.yaml:3");
    }
}
