package io.github.dagsterfleet.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mistake in a file that repos share hides what only follows from it, and nothing else. */
class BrokenSharedFileTest {
    private static final String READS_SIZE = "vars: {machine: \"${vars.size}\"}\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "defaults: {vars: {size: large}, nonsense: true}\n",
                "defaults: {vars: {size: large}\n",
                "defaults: [size]\n",
                "- size\n",
                "",
                "defaults: {vars: {size: large}}\ndefaults: {vars: {size: large}}\n"
            })
    void whatFollowsFromAnEnvironmentsFileIsNotTold(String text) {
        MemoryFleet.Read read = new MemoryFleet()
                .with("environments/dev.yaml", text)
                .with("environments/prod.yaml", "defaults: {vars: {size: large}}\n")
                .repo("models", READS_SIZE)
                .read();

        assertThat(read.codes()).singleElement().asString().contains("environments/dev.yaml");
        assertThat(read.repo("models").in("dev")).isInstanceOf(Resolution.Withheld.class);
        assertThat(read.repo("models").in("prod")).isInstanceOf(Resolution.Resolved.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "defaults: {vars: {size: large}, nonsense: true}\n",
                "defaults: {vars: {size: large}\n",
                "defaults: 3\n",
                "nonsense\n"
            })
    void whatFollowsFromAProfileIsNotTold(String text) {
        MemoryFleet.Read read = new MemoryFleet()
                .with("environments/profiles/sizes.yaml", text)
                .repo("models", "profiles: [sizes]\n" + READS_SIZE)
                .read();

        assertThat(read.codes()).singleElement().asString().contains("environments/profiles/sizes.yaml");
    }

    @Test
    void whatHasNothingToDoWithItIsTold() {
        MemoryFleet.Read read = new MemoryFleet()
                .with("environments/profiles/sizes.yaml", "nonsense: true\n")
                .repo("models", READS_SIZE)
                .repo("other", "profiles: [nobody]\n")
                .read();

        assertThat(read.codes())
                .containsExactly(
                        "schema/unknown-key environments/profiles/sizes.yaml:1",
                        "layer/unknown-reference repos/models/repo.yaml:4",
                        "fleet/unknown-profile repos/other/repo.yaml:4");
    }

    @Test
    void brokenBaseHidesNoRepositorysOwnMistakes() {
        MemoryFleet.Read read = new MemoryFleet()
                .append("environments/base.yaml", "nonsense: true\n")
                .repo("models", "nonsense: true\n")
                .with("repos/models/overlays/prod.yaml", "nonsense: true\n")
                .with("environments/dev.yaml", "nonsense: true\n")
                .read();

        assertThat(read.codes())
                .containsExactly(
                        "schema/unknown-key environments/base.yaml:8",
                        "schema/unknown-key environments/dev.yaml:1",
                        "schema/unknown-key repos/models/overlays/prod.yaml:1",
                        "schema/unknown-key repos/models/repo.yaml:4");
    }

    @Test
    void brokenOverlayWithholdsItsOwnEnvironmentOnly() {
        MemoryFleet.Read read = new MemoryFleet()
                .repo("models", "profiles: [nobody]\n")
                .with("repos/models/overlays/prod.yaml", "nonsense: true\n")
                .read();

        assertThat(read.codes())
                .containsExactly(
                        "schema/unknown-key repos/models/overlays/prod.yaml:1",
                        "fleet/unknown-profile repos/models/repo.yaml:4");
        assertThat(read.repo("models").in("prod")).isInstanceOf(Resolution.Withheld.class);
    }

    /** In which environments a location is cannot be told, so neither can that it is in none. */
    @Test
    void locationIsNotNowhereWhileAnEnvironmentIsWithheld() {
        MemoryFleet.Read read = new MemoryFleet()
                .with("environments/prod.yaml", "nonsense: true\n")
                .repo("models", "")
                .append("repos/models/repo.yaml", "  late: {code_source: {module_name: l}, environments: [prod]}\n")
                .read();

        assertThat(read.codes()).containsExactly("schema/unknown-key environments/prod.yaml:1");
    }

    @Test
    void missingBaseIsOneFinding() {
        MemoryFleet.Read read = new MemoryFleet()
                .with("environments/base.yaml", "")
                .repo("models", "")
                .read();

        assertThat(read.codes()).containsExactly("syntax/empty-file environments/base.yaml");
    }
}
