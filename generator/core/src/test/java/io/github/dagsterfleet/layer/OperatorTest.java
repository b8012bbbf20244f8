package io.github.dagsterfleet.layer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rules 5 to 8 of merge.md: {@code $remove}, {@code $reset}, {@code $replace} and the list operators. */
class OperatorTest {
    @Test
    void removedKeyKeepsItsTraceInTheParent() {
        folds(
                """
                base: {queue: a, number: 1}
                repo: {queue: {$remove: true}}
                """,
                """
                number: 1 | *base set
                queue: - | base set, *repo removed
                """);
    }

    @Test
    void removedKeyThatIsSetAgainTellsAllOfIt() {
        folds(
                """
                base: {queue: a}
                environment: {queue: {$remove: true}}
                repo: {queue: b}
                """,
                """
                queue: "b" | base set, environment removed, *repo set
                """);
    }

    @Test
    void removingWhatIsAbsentIsAnError() {
        folds(
                """
                repo: {queue: {$remove: true}, number: 1}
                """,
                """
                number: 1 | *repo set
                layer/nothing-to-remove 1:16 `queue` is not there, so it cannot be removed
                """);
    }

    @Test
    void resetGoesBackToTheWinnerOfThatLayer() {
        folds(
                """
                base: {queue: a}
                environment: {queue: b}
                repo: {queue: {$reset: base}}
                """,
                """
                queue: "a" | *base set, environment overridden, repo reset
                """);
    }

    @Test
    void resetOfAMappingTellsItselfBelow() {
        folds(
                """
                base: {free: {a: 1}}
                environment: {free: {a: 2, b: 3}}
                repo: {free: {$reset: base}}
                """,
                """
                free: … | *base set, environment merged, repo reset
                free.a: 1 | *base set, environment overridden, repo reset
                free.b: - | environment set, *repo reset
                """);
    }

    @Test
    void resetMayYieldNothing() {
        folds(
                """
                base: {number: 1}
                environment: {queue: b}
                repo: {queue: {$reset: base}}
                """,
                """
                number: 1 | *base set
                queue: - | environment set, *repo reset
                """);
    }

    @Test
    void resetBringsBackWhatWasRemoved() {
        folds(
                """
                base: {free: {a: 1}}
                environment: {free: {$remove: true}}
                repo: {free: {a: {$reset: base}}}
                """,
                """
                free: … | base set, environment removed, *repo set
                free.a: 1 | *base set, environment removed, repo reset
                """);
    }

    @Test
    void layerThatSaysNothingHasTheSnapshotBeforeIt() {
        folds(
                """
                base: {queue: a}
                agent: {}
                repo: {queue: b}
                overlay: {queue: {$reset: agent}}
                """,
                """
                queue: "a" | *base set, repo overridden, overlay reset
                """);
    }

    @Test
    void resetFindsItemsByTheirKey() {
        folds(
                """
                base: {volumes: [{name: v, size: 1}, {name: w, size: 1}]}
                environment: {volumes: {$remove: [v], $merge: [{name: w, size: 2}]}}
                repo: {volumes: [{name: w, size: {$reset: base}}]}
                """,
                """
                volumes: … | *base set, environment removed, environment merged, repo merged
                volumes[0].name: "w" | base set, environment restated, *repo restated
                volumes[0].size: 1 | *base set, environment overridden, repo reset
                volumes.v: - | base set, *environment removed
                """);
    }

    @Test
    void resetToALayerThatIsToComeIsAnError() {
        folds(
                """
                base: {queue: {$reset: base}}
                agent: {queue: {$reset: "profile:gpu"}}
                repo: {queue: {$reset: overlay}}
                """,
                """
                (all): {} | *repo set
                layer/later-layer 1:16 `$reset` goes back to an earlier layer, and `base` is the one it stands in
                layer/later-layer 2:17 `profile:gpu` does not come before `agent`, so there is nothing to go back to
                layer/later-layer 3:16 `overlay` does not come before `repo`, so there is nothing to go back to
                """);
    }

    @Test
    void resetToAnUnknownLayerIsAnError() {
        folds(
                """
                base: {queue: a}
                repo: {queue: {$reset: bse}}
                overlay: {queue: {$reset: "profile:gpu"}}
                """,
                """
                queue: "a" | *base set
                layer/unknown-layer 2:16 no layer `bse` comes before `repo`
                layer/unknown-layer 3:19 no layer `profile:gpu` comes before `overlay`
                """);
    }

    @Test
    void replaceForgetsWhatStoodBelow() {
        folds(
                """
                base: {free: {a: 1, b: {c: 2}}}
                repo: {free: {$replace: {b: 3, d: 4}}}
                """,
                """
                free: … | base set, *repo replaced
                free.b: 3 | base set, *repo replaced
                free.d: 4 | *repo set
                free.a: - | base set, *repo replaced
                """);
    }

    @Test
    void replaceExpandsShorthand() {
        folds(
                """
                base: {env: {X: {value: a, required: "true"}}}
                repo: {env: {X: {$replace: b}}}
                """,
                """
                env.X: … | base set, *repo replaced
                env.X.value: "b" | base set, *repo replaced
                env.X.required: - | base set, *repo replaced
                """);
    }

    @Test
    void replaceOfAMergingListTakesTheItemsAlone() {
        folds(
                """
                base: {tags: [a, b]}
                repo: {tags: {$replace: [b]}}
                """,
                """
                tags: … | base set, *repo replaced
                tags[0]: "b" | *repo set
                """);
    }

    @Test
    void listOperatorsRunInTheirOrder() {
        folds(
                """
                base: {tags: [a, b, c]}
                repo: {tags: {$append: [b], $prepend: [x, y], $merge: [c, d], $remove: [b]}}
                """,
                """
                tags: … | *base set, repo removed, repo merged, repo prepended, repo appended
                tags[0]: "x" | *repo set
                tags[1]: "y" | *repo set
                tags[2]: "a" | *base set
                tags[3]: "c" | base set, *repo restated
                tags[4]: "d" | *repo set
                tags[5]: "b" | base set, repo removed, *repo set
                """);
    }

    @Test
    void listOperatorsCountAbsentAsEmpty() {
        folds(
                """
                repo: {tags: {$append: [a], $prepend: [b]}, list: {$append: []}}
                """,
                """
                tags: … | *repo prepended, repo appended
                tags[0]: "b" | *repo set
                tags[1]: "a" | *repo set
                list: [] | *repo appended
                """);
    }

    @Test
    void replacedListsTakeOperatorsAndRepeatItems() {
        folds(
                """
                base: {list: [a, b, a]}
                environment: {list: {$remove: [a], $append: [b]}}
                """,
                """
                list: … | *base set, environment removed, environment appended
                list[0]: "b" | *base set
                list[1]: "b" | *environment set
                """);
    }

    @Test
    void removalByKeyTakesTheKeyOrAMappingWithIt() {
        folds(
                """
                base: {volumes: [{name: v}, {name: w}], rules: [{port: 1, protocol: t}], requires: [A_b>2], items: [A=1]}
                repo:
                  volumes: {$remove: [v, {name: w}]}
                  rules: {$remove: [{port: 1, protocol: t}]}
                  requires: {$remove: [a-B]}
                  items: {$remove: [A]}
                """,
                """
                volumes: [] | *base set, repo removed
                volumes.v: - | base set, *repo removed
                volumes.w: - | base set, *repo removed
                rules: [] | *base set, repo removed
                rules.1 t: - | base set, *repo removed
                requires: [] | *base set, repo removed
                requires.a-b: - | base set, *repo removed
                items: [] | *base set, repo removed
                items.A: - | base set, *repo removed
                """);
    }

    @Test
    void removalOfAnItemThatIsNotThereFailsTheWholeOperator() {
        folds(
                """
                base: {tags: [a], list: [a], volumes: [{name: v}]}
                repo: {tags: {$remove: [x], $append: [b]}, list: {$remove: [x], $append: [b]}, volumes: {$remove: [w]}}
                """,
                """
                tags[0]: "a" | *base set
                list[0]: "a" | *base set
                volumes[0].name: "v" | *base set
                layer/item-not-there 2:25 `x` is not in `tags`, so it cannot be removed
                layer/item-not-there 2:61 `x` is not in `list`, so it cannot be removed
                layer/item-not-there 2:100 `w` is not in `volumes`, so it cannot be removed
                """);
    }

    @Test
    void addingAnItemThatIsThereFailsTheWholeOperator() {
        folds(
                """
                base: {tags: [a], requires: [dagster]}
                repo: {tags: {$append: [b, a]}, requires: {$prepend: [dagster>=1]}}
                """,
                """
                tags[0]: "a" | *base set
                requires[0]: "dagster" | *base set
                layer/item-already-there 2:28 `a` is in `tags` already, so `$append` cannot add it
                layer/item-already-there 2:55 `dagster` is in `requires` already, so `$prepend` cannot add it
                """);
    }

    @Test
    void mergedItemThatFailsStaysAsItWas() {
        folds(
                """
                base: {volumes: [{name: v, options: {a: {b: 1}}}]}
                repo: {volumes: {$merge: [{name: v, size: 1, options: {a: x}}], $append: [{name: w}]}}
                """,
                """
                volumes: … | *base set, repo merged, repo appended
                volumes[0].name: "v" | base set, *repo restated
                volumes[0].options.a.b: 1 | *base set
                volumes[0].size: 1 | *repo set
                volumes[1].name: "w" | *repo set
                layer/kind-clash 2:59 `volumes[v].options.a` is a text here, but a mapping in a lower layer
                """);
    }

    @Test
    void listOperatorOnAnotherKindIsAKindClash() {
        folds(
                """
                base: {free: {a: text}}
                repo: {free: {a: {$append: [b]}}}
                """,
                """
                free.a: "text" | *base set
                layer/kind-clash 2:18 `free.a` is a list here, but a text in a lower layer
                """);
    }

    private static void folds(String layers, String expected) {
        assertThat(Stacks.fold(layers)).isEqualTo(expected);
    }
}
