package io.github.dagsterfleet.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dagsterfleet.fleet.MemoryFleet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes before what. */
class DeployOrderTest {
    private final Needs diamond = new Needs()
            .repo("raw")
            .repo("left", "raw")
            .repo("right", "raw")
            .repo("report", "left", "right")
            .repo("alone");

    @Test
    void upstreamIsDeployedFirst() {
        assertThat(Needs.names(diamond.order(Purpose.DEPLOY)))
                .containsExactly(List.of("raw"), List.of("left", "right"), List.of("report"));
    }

    @Test
    void downstreamGoesBackAndGoesAwayFirst() {
        assertThat(Needs.names(diamond.order(Purpose.ROLLBACK)))
                .isEqualTo(Needs.names(diamond.order(Purpose.REMOVAL)))
                .containsExactly(List.of("report"), List.of("left", "right"), List.of("raw"));
    }

    @Test
    void whoNeedsNobodyAndIsNeededByNobodyGoesAtAnyTime() {
        assertThat(diamond.order(Purpose.DEPLOY).anyTime())
                .extracting(Turn::repo)
                .containsExactly("alone");
    }

    @Test
    void repoComesRightAfterTheLastThatItNeeds() {
        assertThat(Needs.names(new Needs()
                        .repo("a")
                        .repo("b", "a")
                        .repo("c", "a", "b")
                        .repo("d", "a")
                        .order(Purpose.DEPLOY)))
                .containsExactly(List.of("a"), List.of("b", "d"), List.of("c"));
    }

    @Test
    void severalLocationsOfOneRepoAreOneNeed() {
        MemoryFleet.Read read = new MemoryFleet()
                .with("repos/up/repo.yaml", "agent: eks\nlocations: {left: {}, right: {}}\n")
                .repo("down", "needs: [left, right]\n")
                .read();

        DeployOrder order = of(read, Purpose.DEPLOY);

        assertThat(Needs.names(order)).containsExactly(List.of("up"), List.of("down"));
        assertThat(order.waves().get(1).turns().get(0).needs())
                .extracting(need -> need.location().text() + " of " + need.repo())
                .containsExactly("left of up", "right of up");
    }

    @Test
    void needsOfAnotherEnvironmentDoNotCount() {
        MemoryFleet.Read read = new MemoryFleet()
                .repo("up", "")
                .repo("down", "")
                .with("repos/down/overlays/dev.yaml", "needs: [up]\n")
                .read();

        assertThat(of(read, Purpose.DEPLOY).waves()).isEmpty();
    }

    @Test
    void repoThatIsAbsentHasNoTurn() {
        MemoryFleet.Read read = new MemoryFleet()
                .repo("here", "")
                .repo("elsewhere", "environments: [dev]\n")
                .read();

        assertThat(of(read, Purpose.DEPLOY).anyTime()).extracting(Turn::repo).containsExactly("here");
    }

    @Test
    void locationThatIsAbsentIsNotDeleted() {
        MemoryFleet.Read read = new MemoryFleet()
                .with("repos/a/repo.yaml", "agent: eks\nlocations: {a: {}, sandbox: {environments: [dev]}}\n")
                .read();

        assertThat(of(read, Purpose.REMOVAL).anyTime().get(0).session().commands())
                .containsExactly("dagster-cloud deployment delete-location a --deployment prod");
    }

    @Test
    void namedReposBringThoseThatTheyNeed() {
        DeployOrder order = diamond.order(Purpose.DEPLOY).before(List.of("left"));

        assertThat(Needs.names(order)).containsExactly(List.of("raw"), List.of("left"));
        assertThat(order.anyTime()).isEmpty();
    }

    @Test
    void namedReposBringThoseThatNeedThemBeforeARollback() {
        assertThat(Needs.names(diamond.order(Purpose.ROLLBACK).before(List.of("left"))))
                .containsExactly(List.of("report"), List.of("left"));
    }

    @Test
    void fewerReposMayNeedFewerWaves() {
        Needs chain = new Needs()
                .repo("a")
                .repo("b", "a")
                .repo("other1")
                .repo("other2", "other1")
                .repo("c", "a", "other2");

        assertThat(Needs.names(chain.order(Purpose.REMOVAL).before(List.of("a"))))
                .containsExactly(List.of("b", "c"), List.of("a"));
    }

    @Test
    void circleHasNoOrder() {
        Needs circle = new Needs().repo("a", "b").repo("b", "a");

        assertThatThrownBy(() -> circle.order(Purpose.DEPLOY)).isInstanceOf(IllegalArgumentException.class);
    }

    private static DeployOrder of(MemoryFleet.Read read, Purpose purpose) {
        assertThat(read.findings()).isEmpty();
        Sessions sessions = new Sessions();
        return DeployOrder.of(
                Needs.FLEET,
                Needs.PROD,
                purpose,
                read.repos().values().stream().map(sessions::of).toList());
    }
}
