package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.schema.ItemKey;
import io.github.dagsterfleet.schema.Subject;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;

/** What is wrong with operators and keyed items as they are written, in the user's words. */
final class Misuse {
    private Misuse() {}

    static Finding unknown(Scalar word) {
        Finding finding = Finding.at(
                        FindingCode.LAYER_UNKNOWN_OPERATOR, word.origin(), "`" + word.text() + "` is no operator")
                .label("unknown operator");
        return Suggestions.help(finding, word.text(), Operator.words())
                .help("write `$" + word.text() + "` for a key that begins with `$`");
    }

    static Finding mixed(Scalar operator, Scalar key) {
        return Finding.at(
                        FindingCode.LAYER_MIXED_OPERATOR,
                        operator.origin(),
                        "`" + operator.text() + "` stands beside the ordinary key `" + key.text() + "`")
                .label("operator")
                .note("an ordinary key", key.origin())
                .help("move `" + operator.text() + "` to the keys that it is meant for, or delete the ordinary keys");
    }

    static Finding together(Scalar alone, Scalar other) {
        return Finding.at(
                        FindingCode.LAYER_MIXED_OPERATOR,
                        other.origin(),
                        "`" + other.text() + "` cannot stand beside `" + alone.text() + "`")
                .label("one too many")
                .note("`" + alone.text() + "` says it all", alone.origin())
                .help("keep one of them");
    }

    static Finding forbidden(Scalar operator, Operator.Permission permission) {
        if (permission == Operator.Permission.IN_REPLACE) {
            return Finding.at(
                            FindingCode.LAYER_OPERATOR_IN_REPLACE,
                            operator.origin(),
                            "`" + operator.text() + "` stands inside of `$replace`, where nothing is inherited")
                    .label("inside of `$replace`")
                    .help("write the value itself");
        }
        return misplaced(operator, "cannot stand in an item of a list that is taken as a whole")
                .help("write the value itself, or the operator beside the list");
    }

    static Finding onItem(Scalar operator, Subject list) {
        return misplaced(operator, "cannot stand in place of " + list.items().words())
                .help("write the operator below the key of the list: `{$remove: […], $append: […]}`");
    }

    static Finding onWhole(Scalar operator, String whole) {
        return misplaced(operator, "cannot stand for " + whole).help("move it to the keys that it is meant for");
    }

    /** Locations and projects are declared in repo.yaml alone, so no layer can take one away. */
    static Finding removesWhole(Scalar operator, Scalar name, Subject group) {
        return misplaced(operator, "cannot take `" + name.text() + "` out of `" + group.key() + "`")
                .help("say in which environments it exists: `environments: […]` below the location in repo.yaml");
    }

    static Finding notOnList(Scalar operator, Subject subject) {
        Finding finding = misplaced(operator, "works on lists, and " + subject.words() + " is none");
        return finding.help(
                operator.text().equals(Operator.REMOVE.word())
                        ? "write `{$remove: true}` at the key that has to go"
                        : "write the keys themselves: mappings merge key by key");
    }

    static Finding mergeOfReplaced(Scalar operator, Subject subject) {
        return misplaced(
                        operator, "needs items that can be told apart, and " + subject.words() + " is taken as a whole")
                .help("use `$append` or `$prepend`, or write the whole list");
    }

    static Finding reasonAlone(Scalar reason) {
        return misplaced(reason, "belongs to `$lock`").help("add `$lock` with the value, or delete `$reason`");
    }

    private static Finding misplaced(Scalar operator, String why) {
        return Finding.at(FindingCode.LAYER_MISPLACED_OPERATOR, operator.origin(), "`" + operator.text() + "` " + why)
                .label("misplaced");
    }

    static Finding lockWithoutReason(Scalar lock) {
        return Finding.at(FindingCode.LAYER_LOCK_WITHOUT_REASON, lock.origin(), "`$lock` does not say why")
                .label("no `$reason`")
                .help("add `$reason: …` beside it, in a few words");
    }

    static Finding removal(Node operand) {
        Finding finding = operand(operand, "`$remove` takes `true` or a list of items");
        return operand instanceof Scalar scalar && scalar.isString()
                ? finding.help("write `$remove: [" + scalar.text() + "]` to remove an item of a list")
                : finding.help("write `$remove: true` to remove all that stands here");
    }

    static Finding removesNothing(Scalar remove, Subject list) {
        return Finding.at(
                        FindingCode.LAYER_REMOVES_NOTHING,
                        remove.origin(),
                        "`$remove` names no item of `" + list.key() + "`")
                .label("removes nothing")
                .help("delete it");
    }

    static Finding list(Scalar operator, Node operand) {
        Finding finding = operand(operand, "`" + operator.text() + "` takes a list of items");
        return operand instanceof Mapping ? finding : finding.help("put it in brackets: `[…]`");
    }

    static Finding layerName(Node operand) {
        return operand(operand, "`$reset` takes the name of a layer").help("write `$reset: base`, for example");
    }

    static Finding reason(Node operand) {
        Finding finding = operand instanceof Scalar scalar && scalar.isString()
                ? Finding.at(FindingCode.LAYER_LOCK_WITHOUT_REASON, operand.origin(), "`$reason` is empty")
                        .label("no reason")
                : operand(operand, "`$reason` takes a text");
        return finding.help("say in a few words why no layer may change this");
    }

    static Finding removedItem(Node item, ItemKey key) {
        return operand(item, "an item is removed by " + key.words())
                .help(
                        key instanceof ItemKey.Fields fields && fields.names().size() > 1
                                ? "write a mapping with " + key.words()
                                : "write the text alone");
    }

    private static Finding operand(Node operand, String message) {
        return Finding.at(FindingCode.LAYER_OPERAND, operand.origin(), message).label(operand.kind());
    }

    static Finding withoutKey(Node item, Subject list, ItemKey key) {
        return Finding.at(
                        FindingCode.LAYER_ITEM_WITHOUT_KEY,
                        item.origin(),
                        list.items().words() + " lacks " + key.words() + ", by which layers tell items apart")
                .label("no key")
                .help("give it " + key.words());
    }

    static Finding saidTwice(Scalar first, Scalar second, String whole) {
        return Finding.at(
                        FindingCode.SCHEMA_SAID_TWICE,
                        second.origin(),
                        "`" + second.text() + "` stands at the top and below `" + whole + "`, which is one place")
                .label("said again")
                .note("said here first", first.origin())
                .help("write all of it in one of the two places");
    }
}
