package io.github.dagsterfleet.rule.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.fleet.MemoryFleet;
import org.junit.jupiter.api.Test;

/** What has to be deployed before what. */
class NeedsTest {
    @Test
    void needNamesALocationAndNoRepo() {
        MemoryFleet.Read read = new MemoryFleet()
                .with("repos/up/repo.yaml", "agent: eks\nlocations: {left: {}, right: {}}\n")
                .repo("down", "needs: [up]\n")
                .read();

        assertThat(read.codes()).containsExactly("fleet/unknown-need repos/down/repo.yaml:4");
        assertThat(read.findings().get(0).help())
                .containsExactly("write the name of a location of this repo: `left` or `right`");
    }

    @Test
    void upstreamIsWhereItsDependantIs() {
        MemoryFleet.Read read = new MemoryFleet()
                .repo("up", "environments: [dev]\n")
                .repo("down", "needs: [up]\n")
                .read();

        assertThat(read.codes()).containsExactly("fleet/absent-need repos/down/repo.yaml:4");
        assertThat(read.findings().get(0).message()).isEqualTo("`down` needs `up` in `prod`, where it does not exist");
        assertThat(read.findings().get(0).help().get(0)).contains("repos/down/overlays/prod.yaml");
    }

    @Test
    void dependantMayBeWhereItsUpstreamIsNotIfItDoesNotNeedItThere() {
        assertThat(new MemoryFleet()
                        .repo("up", "environments: [dev]\n")
                        .repo("down", "needs: [up]\n")
                        .with("repos/down/overlays/prod.yaml", "needs: {$remove: [up]}\n")
                        .read()
                        .codes())
                .isEmpty();
    }

    @Test
    void nobodyKnowsWhereAnUpstreamWithErrorsIs() {
        assertThat(new MemoryFleet()
                        .repo("up", "")
                        .with("repos/up/overlays/prod.yaml", "agent: nobody\n")
                        .repo("down", "needs: [up]\n")
                        .read()
                        .codes())
                .containsExactly("fleet/unknown-agent repos/up/overlays/prod.yaml:1");
    }

    @Test
    void oneSharedLineIsOneFinding() {
        MemoryFleet.Read read = new MemoryFleet()
                .with("environments/profiles/p.yaml", "defaults: {needs: [up]}\n")
                .repo("up", "environments: [dev]\n")
                .repo("a", "profiles: [p]\n")
                .repo("b", "profiles: [p]\n")
                .read();

        assertThat(read.codes()).containsExactly("fleet/absent-need environments/profiles/p.yaml:1");
        assertThat(read.findings().get(0).message()).startsWith("`a` and `b` need `up` in `prod`");
    }

    @Test
    void circleIsToldOnceWithEveryEdge() {
        MemoryFleet.Read read = new MemoryFleet()
                .repo("a", "needs: [b]\n")
                .repo("b", "needs: [c]\n")
                .repo("c", "needs: [a]\n")
                .repo("d", "needs: [a]\n")
                .read();

        assertThat(read.codes()).containsExactly("fleet/need-cycle repos/a/repo.yaml:4");
        assertThat(read.findings().get(0).related())
                .extracting(note -> note.message())
                .containsExactly("`b` needs `c` of `c`", "`c` needs `a` of `a`");
    }

    @Test
    void twoCirclesAreTwoFindings() {
        assertThat(new MemoryFleet()
                        .repo("a", "needs: [b]\n")
                        .repo("b", "needs: [a, c]\n")
                        .repo("c", "needs: [d]\n")
                        .repo("d", "needs: [c]\n")
                        .read()
                        .codes())
                .containsExactly("fleet/need-cycle repos/a/repo.yaml:4", "fleet/need-cycle repos/c/repo.yaml:4");
    }

    @Test
    void needsOfDifferentEnvironmentsMakeNoCircle() {
        assertThat(new MemoryFleet()
                        .repo("a", "")
                        .with("repos/a/overlays/dev.yaml", "needs: [b]\n")
                        .repo("b", "")
                        .with("repos/b/overlays/prod.yaml", "needs: [a]\n")
                        .read()
                        .codes())
                .isEmpty();
    }

    @Test
    void repoThatNeedsItselfIsToldInItsOwnWords() {
        assertThat(new MemoryFleet().repo("a", "needs: [a]\n").read().findings())
                .extracting(Finding::message)
                .containsExactly("`a` needs its own location `a`");
    }
}
