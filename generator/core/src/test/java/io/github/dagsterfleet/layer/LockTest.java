package io.github.dagsterfleet.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Related;
import org.junit.jupiter.api.Test;

/** Rule 9 of merge.md, and its paragraph on locks. */
class LockTest {
    @Test
    void lockIsAStepOfItsOwn() {
        folds(
                """
                base: {queue: {$lock: a, $reason: r}}
                """,
                """
                queue: "a" | *base set, base locked
                """);
    }

    @Test
    void changeAtTheLockedPathIsAnErrorAndLeavesTheValue() {
        folds(
                """
                base: {queue: {$lock: a, $reason: r}}
                repo: {queue: b}
                """,
                """
                queue: "a" | *base set, base locked
                layer/lock-broken 2:15 `queue` cannot be changed: a lower layer locks it
                """);
    }

    @Test
    void errorNamesBothLinesAndTheReason() {
        Folded folded = new Fold()
                .fold(
                        RandomStack.stack(
                                Stacks.layers(
                                        """
                base: {queue: {$lock: a, $reason: one queue for all}}
                repo: {queue: b}
                """)));
        assertThat(folded.findings()).singleElement().satisfies(finding -> assertThat(finding.related())
                .extracting(Related::message)
                .containsExactly("locked here: one queue for all"));
    }

    @Test
    void restatingALockedValueIsNoError() {
        folds(
                """
                base: {queue: {$lock: a, $reason: r}}
                repo: {queue: a}
                """,
                """
                queue: "a" | base set, base locked, *repo restated
                """);
    }

    @Test
    void lockCoversAllThatStandsBelow() {
        folds(
                """
                base: {free: {$lock: {a: {b: 1}}, $reason: r}}
                repo: {free: {a: {b: 2, c: 3}, d: {}}}
                """,
                """
                free: … | *base set, base locked
                free.a.b: 1 | *base set
                layer/lock-broken 2:22 `free.a.b` cannot be changed: a lower layer locks it
                layer/lock-broken 2:28 `free.a.c` cannot be changed: a lower layer locks it
                layer/lock-broken 2:35 `free.d` cannot be changed: a lower layer locks it
                """);
    }

    @Test
    void lockBelowForbidsChangesAboveButNotBeside() {
        folds(
                """
                base: {free: {a: {$lock: 1, $reason: r}, b: 2}}
                environment: {free: {b: 3}}
                repo: {free: {$remove: true}}
                overlay: {free: {$replace: {a: 1}}}
                """,
                """
                free.a: 1 | *base set, base locked
                free.b: 3 | base set, *environment overridden
                layer/lock-broken 3:15 `free` cannot be changed: a lower layer locks it
                layer/lock-broken 4:18 `free` cannot be changed: a lower layer locks it
                """);
    }

    @Test
    void lockOfAnItemHoldsThatItem() {
        folds(
                """
                base: {volumes: [{name: v, size: {$lock: 1, $reason: r}}, {name: w}]}
                repo: {volumes: {$remove: [v]}}
                overlay: {volumes: {$remove: [w], $merge: [{name: v, size: 2}]}}
                """,
                """
                volumes: … | *base set, overlay removed, overlay merged
                volumes[0].name: "v" | base set, *overlay restated
                volumes[0].size: 1 | *base set, base locked
                volumes.w: - | base set, *overlay removed
                layer/lock-broken 2:28 `volumes[v]` cannot be changed: a lower layer locks it
                layer/lock-broken 3:60 `volumes[v].size` cannot be changed: a lower layer locks it
                """);
    }

    @Test
    void lockedListTakesNoNewItem() {
        folds(
                """
                base: {tags: {$lock: [a], $reason: r}, list: {$lock: [a], $reason: r}}
                repo: {tags: [b, a], list: {$append: [b]}}
                """,
                """
                tags: … | *base set, base locked, repo merged
                tags[0]: "a" | base set, *repo restated
                list: … | *base set, base locked
                list[0]: "a" | *base set
                layer/lock-broken 2:15 `tags[b]` cannot be changed: a lower layer locks it
                layer/lock-broken 2:28 `list` cannot be changed: a lower layer locks it
                """);
    }

    @Test
    void lockedAbsenceStays() {
        folds(
                """
                base: {queue: a}
                environment: {queue: {$lock: {$remove: true}, $reason: r}}
                repo: {queue: b}
                """,
                """
                (all): {} | *base set, environment merged
                queue: - | base set, *environment removed, environment locked
                layer/lock-broken 3:15 `queue` cannot be changed: a lower layer locks it
                """);
    }

    @Test
    void shorthandIsExpandedBelowALock() {
        folds(
                """
                base: {env: {X: {$lock: a, $reason: r}}}
                repo: {env: {X: {required: "true"}}}
                """,
                """
                env.X: … | *base set, base locked
                env.X.value: "a" | *base set
                layer/lock-broken 2:28 `env.X.required` cannot be changed: a lower layer locks it
                """);
    }

    @Test
    void lockThatChangesALockedValueIsAnError() {
        folds(
                """
                base: {queue: {$lock: a, $reason: r}}
                repo: {queue: {$lock: b, $reason: mine}}
                """,
                """
                queue: "a" | *base set, base locked
                layer/lock-broken 2:23 `queue` cannot be changed: a lower layer locks it
                """);
    }

    @Test
    void lockWhoseValueFailsLocksNothing() {
        folds(
                """
                base: {free: {a: {b: 1}}}
                environment: {free: {a: {$lock: text, $reason: r}}}
                repo: {free: {a: {b: 2}}}
                """,
                """
                free.a.b: 2 | base set, *repo overridden
                layer/kind-clash 2:33 `free.a` is a text here, but a mapping in a lower layer
                """);
    }

    private static void folds(String layers, String expected) {
        assertThat(Stacks.fold(layers)).isEqualTo(expected);
    }
}
