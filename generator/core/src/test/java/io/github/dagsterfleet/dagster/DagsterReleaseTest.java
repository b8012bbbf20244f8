package io.github.dagsterfleet.dagster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DagsterReleaseTest {
    @Test
    void librariesFollowTheCoreAtADistance() {
        DagsterRelease release = DagsterRelease.of("1.10.18").orElseThrow();

        assertThat(release.pin("dagster-dg-cli")).contains("1.10.18");
        assertThat(release.pin("dagster-dbt")).contains("0.26.18");
        assertThat(DagsterRelease.of("1.13.0").orElseThrow().pin("dagster-slack"))
                .contains("0.29.0");
    }

    @Test
    void communityPackagesAndStrangersAreNotPinned() {
        DagsterRelease release = DagsterRelease.of("1.13.27").orElseThrow();

        assertThat(release.pin("dagster-polars")).isEmpty();
        assertThat(release.pin("dagsterish")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.13", "1.13.x", "1.013.1", "2.0.0", "1.10.17", "0.29.27", "1.13.27rc1", "1.13.27.1"})
    void whatIsNoKnownReleaseIsEmpty(String version) {
        assertThat(DagsterRelease.of(version)).isEmpty();
    }
}
