package io.github.dagsterfleet.layer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Rules 1 to 4 of merge.md: scalars, mappings, lists. */
class FoldTest {
    @Test
    void higherScalarWinsAndLosersStayInTheTrace() {
        folds(
                """
                base: {queue: a, number: 1}
                environment: {queue: b}
                repo: {queue: c}
                """,
                """
                queue: "c" | base set, environment overridden, *repo overridden
                number: 1 | *base set
                """);
    }

    @Test
    void restatedScalarWinsForTheHigherLayer() {
        folds(
                """
                base: {queue: a}
                repo: {queue: a}
                """,
                """
                queue: "a" | base set, *repo restated
                """);
    }

    @Test
    void textIsTypedBySchemaBeforeItIsCompared() {
        folds(
                """
                base: {queue: 1.10}
                repo: {queue: "1.10"}
                """,
                """
                queue: "1.10" | base set, *repo restated
                """);
    }

    @Test
    void mappingsMergeKeyByKeyAndKeepTheirOrder() {
        folds(
                """
                base: {free: {z: 1, a: {b: 2}}}
                repo: {free: {a: {c: 3}, z: 4, y: 5}}
                """,
                """
                free.z: 4 | base set, *repo overridden
                free.a.b: 2 | *base set
                free.a.c: 3 | *repo set
                free.y: 5 | *repo set
                """);
    }

    @Test
    void emptyMappingOverAbsentStands() {
        folds(
                """
                base: {build: {}}
                """,
                """
                build: {} | *base set
                """);
    }

    @Test
    void emptyMappingOverMappingChangesNothing() {
        folds(
                """
                base: {free: {a: 1}}
                repo: {free: {}}
                """,
                """
                free.a: 1 | *base set
                """);
    }

    @Test
    void removingTheLastKeyLeavesAnEmptyMapping() {
        folds(
                """
                base: {build: {registry: r}}
                repo: {build: {registry: {$remove: true}}}
                """,
                """
                build: {} | *base set, repo merged
                build.registry: - | base set, *repo removed
                """);
    }

    @Test
    void nothingIsLeftBehindWhenEveryChildFailsOverAbsent() {
        folds(
                """
                base: {queue: a}
                repo: {free: {a: {b: {$remove: true}, c: {$remove: true}}}}
                """,
                """
                queue: "a" | *base set
                layer/nothing-to-remove 2:23 `free.a.b` is not there, so it cannot be removed
                layer/nothing-to-remove 2:43 `free.a.c` is not there, so it cannot be removed
                """);
    }

    @Test
    void kindClashNamesBothAndLeavesTheLowerValue() {
        folds(
                """
                base: {free: {a: {b: 1}, l: [x], s: t}}
                repo: {free: {a: text, l: {k: 1}, s: [y]}}
                """,
                """
                free.a.b: 1 | *base set
                free.l[0]: "x" | *base set
                free.s: "t" | *base set
                layer/kind-clash 2:18 `free.a` is a text here, but a mapping in a lower layer
                layer/kind-clash 2:27 `free.l` is a mapping here, but a list in a lower layer
                layer/kind-clash 2:38 `free.s` is a list here, but a text in a lower layer
                """);
    }

    @Test
    void listsAreReplacedWhereTheSchemaSaysNothingElse() {
        folds(
                """
                base: {list: [a, b], free: {l: [{k: 1}]}}
                repo: {list: [c], free: {l: [{k: 2}]}}
                """,
                """
                list: … | base set, *repo overridden
                list[0]: "c" | *repo set
                free.l: … | base set, *repo overridden
                free.l[0].k: 2 | *repo set
                """);
    }

    @Test
    void replacedListMayBeEmptyOrRestated() {
        folds(
                """
                base: {list: [a], free: {l: [1]}}
                repo: {list: [], free: {l: [1]}}
                """,
                """
                list: [] | base set, *repo overridden
                free.l: … | base set, *repo restated
                free.l[0]: 1 | *repo set
                """);
    }

    @Test
    void setTakesWhatIsNotThereYet() {
        folds(
                """
                base: {tags: [b, a]}
                repo: {tags: [c, a]}
                """,
                """
                tags[0]: "b" | *base set
                tags[1]: "a" | base set, *repo restated
                tags[2]: "c" | *repo set
                """);
    }

    @Test
    void keyedItemsMergeInTheirPlace() {
        folds(
                """
                base: {volumes: [{name: v, size: 1, options: {ro: true}}, {name: w}]}
                repo: {volumes: [{name: x, size: 3}, {name: v, size: 2, options: {uid: 5}}]}
                """,
                """
                volumes[0].name: "v" | base set, *repo restated
                volumes[0].size: 2 | base set, *repo overridden
                volumes[0].options.ro: true | *base set
                volumes[0].options.uid: 5 | *repo set
                volumes[1].name: "w" | *base set
                volumes[2].name: "x" | *repo set
                volumes[2].size: 3 | *repo set
                """);
    }

    @Test
    void severalFieldsTogetherAreOneKey() {
        folds(
                """
                base: {rules: [{port: 1, protocol: tcp}, {port: 1, protocol: udp}]}
                repo: {rules: [{port: 1, protocol: udp, note: n}]}
                """,
                """
                rules[0].port: 1 | *base set
                rules[0].protocol: "tcp" | *base set
                rules[1].port: 1 | base set, *repo restated
                rules[1].protocol: "udp" | base set, *repo restated
                rules[1].note: "n" | *repo set
                """);
    }

    @Test
    void requirementsMergeByNormalisedName() {
        folds(
                """
                base: {requires: ["Dagster_DBT", dagster]}
                repo: {requires: ["dagster-dbt>=1", pandas]}
                """,
                """
                requires[0]: "dagster-dbt>=1" | base set, *repo overridden
                requires[1]: "dagster" | *base set
                requires[2]: "pandas" | *repo set
                """);
    }

    @Test
    void environmentItemsMergeByName() {
        folds(
                """
                base: {items: [A=1, B]}
                repo: {items: [B=2, A=1]}
                """,
                """
                items[0]: "A=1" | base set, *repo restated
                items[1]: "B=2" | base set, *repo overridden
                """);
    }

    @Test
    void shorthandMergesWithTheFullForm() {
        folds(
                """
                base: {env: {X: a}}
                repo: {env: {X: {value: b, required: "true"}}}
                """,
                """
                env.X.value: "b" | base set, *repo overridden
                env.X.required: "true" | *repo set
                """);
    }

    @Test
    void doubledDollarIsTheKeyItself() {
        folds(
                """
                base: {free: {$$ref: "#/a"}}
                """,
                """
                free.$ref: "#/a" | *base set
                """);
    }

    private static void folds(String layers, String expected) {
        assertThat(Stacks.fold(layers)).isEqualTo(expected);
    }
}
