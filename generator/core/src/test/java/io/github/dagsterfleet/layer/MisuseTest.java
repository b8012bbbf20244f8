package io.github.dagsterfleet.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.layer.Operator.Permission;
import io.github.dagsterfleet.schema.Subject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Operators and lists as they must not be written. */
class MisuseTest {
    @Test
    void unknownOperatorNamesTheNearestAndTheWayOut() {
        Finding finding = read("queue: {$remvoe: true}").get(0);
        assertThat(finding.message()).isEqualTo("`$remvoe` is no operator");
        assertThat(finding.help())
                .containsExactly("write `$remove`", "write `$$remvoe` for a key that begins with `$`");
    }

    @Test
    void everyUnknownOperatorIsReported() {
        misread(
                "free: {$ref: a, $id: b}",
                """
                layer/unknown-operator 1:8 `$ref` is no operator
                layer/unknown-operator 1:17 `$id` is no operator
                """);
    }

    @Test
    void operatorBesideOrdinaryKeysIsAnError() {
        misread(
                "free: {a: 1, $remove: true}",
                """
                layer/mixed-operator 1:14 `$remove` stands beside the ordinary key `a`
                """);
    }

    @Test
    void operatorBesideKeysWhereNoKeysAreDueIsOneError() {
        misread(
                "list: {a: 1, $append: [b]}",
                """
                layer/mixed-operator 1:14 `$append` stands beside the ordinary key `a`
                """);
    }

    @Test
    void escapedKeyBesideAnOperatorIsOrdinary() {
        misread(
                "free: {$$a: 1, $remove: true}",
                """
                layer/mixed-operator 1:16 `$remove` stands beside the ordinary key `$$a`
                """);
    }

    @Test
    void operatorsThatSayEverythingStandAlone() {
        misread(
                """
                queue: {$reset: base, $replace: a}
                number: {$replace: 1, $append: [2]}
                tags: {$remove: true, $append: [a]}
                list: {$lock: [a], $reason: r, $append: [a]}
                """,
                """
                layer/mixed-operator 1:23 `$replace` cannot stand beside `$reset`
                layer/mixed-operator 2:23 `$append` cannot stand beside `$replace`
                layer/mixed-operator 3:23 `$append` cannot stand beside `$remove`
                layer/mixed-operator 4:32 `$append` cannot stand beside `$lock`
                """);
    }

    @Test
    void listOperatorOnSomethingElseIsMisplaced() {
        misread(
                """
                env: {$append: [a]}
                queue: {$remove: [a]}
                """,
                """
                layer/misplaced-operator 1:7 `$append` works on lists, and `env` is none
                layer/misplaced-operator 2:9 `$remove` works on lists, and `queue` is none
                """);
    }

    @Test
    void mergeOfAListThatIsReplacedIsMisplaced() {
        misread(
                """
                list: {$merge: [a]}
                free: {l: {$merge: [a]}}
                """,
                """
                layer/misplaced-operator 1:8 `$merge` needs items that can be told apart, and `list` is taken as a whole
                layer/misplaced-operator 2:12 `$merge` needs items that can be told apart, and `l` is taken as a whole
                """);
    }

    @Test
    void operatorInPlaceOfAnItemIsMisplaced() {
        misread(
                """
                tags: [{$remove: [a]}]
                volumes: [{$remove: true}]
                """,
                """
                layer/misplaced-operator 1:9 `$remove` cannot stand in place of an item of `tags`
                layer/misplaced-operator 2:12 `$remove` cannot stand in place of an item of `volumes`
                """);
    }

    @Test
    void operatorInsideOfAnItemThatIsTakenAsAWholeIsMisplaced() {
        misread(
                "free: {l: [{a: {$remove: true}}]}",
                """
                layer/misplaced-operator 1:17 `$remove` cannot stand in an item of a list that is taken as a whole
                """);
    }

    @Test
    void operatorInsideOfReplaceIsAnError() {
        misread(
                """
                free: {$replace: {a: {b: {$remove: true}}}}
                volumes: {$replace: [{name: v, size: {$lock: 1, $reason: r}}]}
                """,
                """
                layer/operator-in-replace 1:27 `$remove` stands inside of `$replace`, where nothing is inherited
                layer/operator-in-replace 2:39 `$lock` stands inside of `$replace`, where nothing is inherited
                """);
    }

    @Test
    void operandsHaveTheirKind() {
        misread(
                """
                queue: {$remove: false}
                number: {$remove: yes}
                tags: {$remove: a}
                list: {$append: a}
                image: {$reset: 1}
                version: {$reset: [base]}
                """,
                """
                layer/operand 1:18 `$remove` takes `true` or a list of items
                layer/operand 2:19 `$remove` takes `true` or a list of items
                layer/operand 3:17 `$remove` takes `true` or a list of items
                layer/operand 4:17 `$append` takes a list of items
                layer/operand 5:17 `$reset` takes the name of a layer
                layer/operand 6:19 `$reset` takes the name of a layer
                """);
    }

    @Test
    void removalOfALoneItemSaysHowToWriteIt() {
        assertThat(read("tags: {$remove: a}").get(0).help())
                .containsExactly("write `$remove: [a]` to remove an item of a list");
    }

    @Test
    void lockSaysWhy() {
        misread(
                """
                queue: {$lock: a}
                image: {$lock: a, $reason: ""}
                number: {$lock: 1, $reason: [b]}
                version: {$reason: because}
                """,
                """
                layer/lock-without-reason 1:9 `$lock` does not say why
                layer/lock-without-reason 2:28 `$reason` is empty
                layer/operand 3:29 `$reason` takes a text
                layer/misplaced-operator 4:11 `$reason` belongs to `$lock`
                """);
    }

    @Test
    void operandsAreReadLikeTheValueItself() {
        misread(
                """
                number: {$lock: a, $reason: r}
                env: {X: {$replace: {valu: a}}}
                tags: {$append: [{a: 1}]}
                queue: {$replace: }
                """,
                """
                schema/type 1:17 `number` must be a whole number, not a text
                schema/unknown-key 2:22 unknown key `valu` below `X`
                schema/kind 3:18 an item of `tags` must be a text, not a mapping
                schema/null 4:18 `queue` has no value
                """);
    }

    @Test
    void itemsOfKeyedListsHaveTheirKey() {
        misread(
                """
                volumes: [{size: 1}]
                rules: [{port: 1, note: n}]
                requires: ["!"]
                """,
                """
                layer/item-without-key 1:11 an item of `volumes` lacks `name`, by which layers tell items apart
                layer/item-without-key 2:9 an item of `rules` lacks `port` and `protocol`, by which layers tell items apart
                layer/item-without-key 3:12 an item of `requires` lacks a distribution name, by which layers tell items apart
                """);
    }

    @Test
    void removalOfNoItemIsAWarningAndSaysNothing() {
        misread(
                "tags: {$remove: []}",
                """
                layer/removes-nothing 1:8 `$remove` names no item of `tags`
                """);
        assertThat(read("tags: {$remove: []}").get(0).isError()).isFalse();
    }

    @Test
    void keyedItemsAreRemovedByTheirKey() {
        misread(
                "rules: {$remove: [1]}",
                """
                layer/operand 1:19 an item is removed by `port` and `protocol`
                """);
    }

    @Test
    void duplicatesWithinAPlainListAreErrors() {
        misread(
                """
                tags: [a, a]
                volumes: [{name: v}, {name: v, size: 1}]
                requires: {$append: [A_b, "a-b>1"]}
                list: [a, a]
                """,
                """
                schema/duplicate-item 1:11 `a` stands twice in one list
                schema/duplicate-item 2:22 `v` stands twice in one list
                schema/duplicate-item 3:27 `a-b` stands twice in one list
                """);
    }

    @Test
    void nullsAndUnknownKeysAreErrors() {
        misread(
                """
                queue:
                quue: a
                free: {a: ~, b: on}
                """,
                """
                schema/null 1:7 `queue` has no value
                schema/unknown-key 2:1 unknown key `quue`
                schema/null 3:11 `a` has no value
                schema/ambiguous-scalar 3:17 `on` is one thing for YAML 1.1 and another for YAML 1.2
                """);
    }

    private static void misread(String layer, String expected) {
        assertThat(Stacks.misread(layer, TestShapes.LOCATION)).isEqualTo(expected);
    }

    private static List<Finding> read(String layer) {
        Findings findings = new Findings();
        new PatchReader(TestShapes.LOCATION, findings)
                .read(Stacks.yaml(layer), TestShapes.LOCATION, Subject.TOP, Permission.ALLOWED);
        return findings.list();
    }
}
