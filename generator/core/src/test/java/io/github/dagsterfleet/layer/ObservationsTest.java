package io.github.dagsterfleet.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Related;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A warning is raised only where every stack agrees that something changes nothing. */
class ObservationsTest {
    @Test
    void restatedValueChangesNothing() {
        observed(
                """
                base: {queue: a, env: {X: v}}
                repo: {queue: a, env: {X: v, Y: w}}
                """,
                """
                layer/changes-nothing 2:15 `queue` is what it was without this
                layer/changes-nothing 2:27 `env.X.value` is what it was without this
                """);
    }

    @Test
    void everyKindOfSayingMayChangeNothing() {
        observed(
                """
                base: {free: {a: 1}, list: [a], tags: [a], requires: [b], build: {}}
                repo: {free: {$reset: base}, list: {$replace: [a]}, tags: {$merge: [a]}, requires: [b], build: {}}
                """,
                """
                layer/changes-nothing 2:15 `free` is what it was without this
                layer/changes-nothing 2:37 `list` is what it was without this
                layer/changes-nothing 2:69 `tags[a]` is what it was without this
                layer/changes-nothing 2:85 `requires[b]` is what it was without this
                layer/changes-nothing 2:96 `build` is what it was without this
                """);
    }

    @Test
    void keyOfAnItemIsNoOverride() {
        observed(
                """
                base: {volumes: [{name: v, size: 1}]}
                repo: {volumes: [{name: v, size: 2}]}
                """,
                "");
    }

    @Test
    void lockOfAnInheritedValueMattersUnlessItIsLockedAlready() {
        observed(
                """
                base: {queue: a, number: {$lock: 1, $reason: r}}
                repo: {queue: {$lock: a, $reason: r}, number: {$lock: 1, $reason: r}}
                """,
                """
                layer/changes-nothing 2:48 `number` is what it was without this
                """);
    }

    @Test
    void sayingThatMattersSomewhereIsNotRaised() {
        List<Layer> layers = Stacks.layers(
                """
                base: {queue: a}
                environment: {queue: b}
                repo: {queue: a}
                """);
        List<Layer> dev = layers;
        List<Layer> prod = List.of(layers.get(0), layers.get(2));
        assertThat(observations(prod)).isEqualTo("layer/changes-nothing 3:15 `queue` is what it was without this\n");
        assertThat(observations(prod, dev)).isEmpty();
        assertThat(observations(dev, prod, prod)).isEmpty();
    }

    @Test
    void sharedPrefixThatIsFoldedOnceCountsLikeEveryOther() {
        List<Layer> layers = new ArrayList<>();
        Stacks.layers(
                        """
                base: {queue: a}
                environment: {queue: a}
                repo: {number: 1}
                """)
                .forEach(layer -> layers.add(new Layer(
                        layer.name(), layer.file(), layer.patch(), !layer.name().equals(LayerName.REPO))));
        assertThat(observations(layers, layers, layers))
                .isEqualTo(
                        """
                layer/changes-nothing 2:22 `queue` is what it was without this
                """);
    }

    @Test
    void findingNamesWhereTheValueComesFrom() {
        Fold fold = new Fold();
        fold.fold(RandomStack.stack(Stacks.layers(
                """
                base: {queue: a}
                repo: {queue: a}
                """)));
        assertThat(fold.observations()).singleElement().satisfies(finding -> {
            assertThat(finding.isError()).isFalse();
            assertThat(finding.related()).extracting(Related::message).containsExactly("inherited from here");
        });
    }

    @Test
    void whatARepoSaysInVainIsKnownOnceItsOwnTargetsAreFolded() {
        Fold fold = new Fold();
        Fold one = fold.ofOneRepo();
        one.fold(RandomStack.stack(shared("base: {queue: a}\nrepo: {queue: a}\n")));
        Fold other = fold.ofOneRepo();
        other.fold(RandomStack.stack(shared("base: {queue: a}\nrepo: {queue: b}\n")));
        assertThat(one.ownObservations()).hasSize(1);
        assertThat(other.ownObservations()).isEmpty();
        assertThat(fold.observations()).isEmpty();
    }

    @Test
    void whatASharedLayerSaysInVainIsKnownOnceEveryRepoIsFolded() {
        Fold fold = new Fold();
        Fold one = fold.ofOneRepo();
        one.fold(RandomStack.stack(shared("base: {queue: a}\nprofile: {queue: a}\nrepo: {number: 1}\n")));
        assertThat(one.ownObservations()).isEmpty();
        assertThat(fold.observations()).hasSize(1);
    }

    /** The layers, of which every repo has all but the one named after it. */
    private static List<Layer> shared(String layers) {
        return Stacks.layers(layers).stream()
                .map(layer -> new Layer(
                        layer.name(), layer.file(), layer.patch(), !layer.name().equals(LayerName.REPO)))
                .toList();
    }

    private static void observed(String layers, String expected) {
        assertThat(observations(Stacks.layers(layers))).isEqualTo(expected);
    }

    @SafeVarargs
    private static String observations(List<Layer>... stacks) {
        Fold fold = new Fold();
        for (List<Layer> layers : stacks) {
            assertThat(fold.fold(RandomStack.stack(layers)).findings()).isEmpty();
        }
        return Stacks.messages(fold.observations());
    }
}
