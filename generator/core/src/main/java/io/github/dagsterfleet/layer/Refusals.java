package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.layer.ItemsPatch.Item;
import io.github.dagsterfleet.layer.Locks.Lock;
import io.github.dagsterfleet.schema.ExclusiveGroup.Member;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.text.Span;
import java.util.Collection;
import java.util.List;

/**
 * What the fold refuses, in the user's words. No message names a target: one mistake that shows in many targets is one
 * finding.
 */
final class Refusals {
    private Refusals() {}

    static Finding kindClash(Place at, String kind, Span by, Slot before) {
        Node inherited = before.value().orElseThrow();
        return Finding.at(
                        FindingCode.LAYER_KIND_CLASH,
                        by,
                        "`" + at + "` is " + kind + " here, but " + inherited.kind() + " in a lower layer")
                .label(kind)
                .note(inherited.kind() + " since here", inherited.span())
                .help("write `{$replace: …}` to put this in place of what was inherited");
    }

    static Finding locked(Place at, Span by, Lock lock) {
        String what = at.isRoot() ? "what is inherited here" : "`" + at + "`";
        return Finding.at(FindingCode.LAYER_LOCK_BROKEN, by, what + " cannot be changed: a lower layer locks it")
                .label("changes it")
                .note("locked here: " + lock.reason(), lock.span())
                .help("delete this, or change it where it is locked");
    }

    static Finding lockedMember(Member displaced, Member winner, Span by, Lock lock) {
        return Finding.at(
                        FindingCode.LAYER_LOCK_BROKEN,
                        by,
                        "`" + winner.words() + "` cannot take the place of `" + displaced.words()
                                + "`: a lower layer locks it")
                .label("displaces it")
                .note("locked here: " + lock.reason(), lock.span())
                .help("delete this, or change `" + displaced.words() + "` where it is locked");
    }

    static Finding nothingToRemove(Place at, Span by) {
        String what = at.isRoot() ? "nothing is inherited here" : "`" + at + "` is not there";
        Finding finding = Finding.at(FindingCode.LAYER_NOTHING_TO_REMOVE, by, what + ", so it cannot be removed")
                .label("removes nothing");
        return finding.help(at.isRoot() ? "delete this" : "delete this, or correct the name");
    }

    static Finding itemNotThere(Place at, Object key, Span by, Collection<String> there) {
        String words = Items.words(key);
        Finding finding = Finding.at(
                        FindingCode.LAYER_ITEM_NOT_THERE,
                        by,
                        "`" + words + "` is not in `" + at + "`, so it cannot be removed")
                .label("not there");
        return Suggestions.help(finding, words, there, "delete this item");
    }

    static Finding itemAlreadyThere(Place at, Item item, Verb verb, Slot before) {
        String operator = verb == Verb.PREPENDED ? "$prepend" : "$append";
        return Finding.at(
                        FindingCode.LAYER_ITEM_ALREADY_THERE,
                        item.patch().span(),
                        "`" + Items.words(item.key()) + "` is in `" + at + "` already, so `" + operator
                                + "` cannot add it")
                .label("already there")
                .note("put in here", before.value().orElseThrow().span())
                .help(
                        item.key() instanceof Node
                                ? "delete this item"
                                : "delete this item, or use `$merge` to change the one that is there");
    }

    /** Layers that no snapshot is kept of yet are either still to come or do not exist. */
    static Finding noSnapshot(LayerName wanted, Span by, LayerName layer, Snapshots earlier) {
        if (wanted.equals(layer)) {
            return Finding.at(
                            FindingCode.LAYER_LATER_LAYER,
                            by,
                            "`$reset` goes back to an earlier layer, and `" + wanted + "` is the one it stands in")
                    .label("this very layer")
                    .help(earlierOnes(earlier));
        }
        if (wanted.isFixed() || (wanted.isProfile() && !layer.isAboveProfiles())) {
            return Finding.at(
                            FindingCode.LAYER_LATER_LAYER,
                            by,
                            "`" + wanted + "` does not come before `" + layer + "`, so there is nothing to go back to")
                    .label("not an earlier layer")
                    .help(earlierOnes(earlier));
        }
        Finding finding = Finding.at(
                        FindingCode.LAYER_UNKNOWN_LAYER, by, "no layer `" + wanted + "` comes before `" + layer + "`")
                .label("unknown layer");
        return Suggestions.help(finding, wanted.value(), names(earlier), earlierOnes(earlier));
    }

    private static String earlierOnes(Snapshots earlier) {
        return earlier.layers().isEmpty()
                ? "write the value itself: no layer comes before this one"
                : "choose " + Names.choice(names(earlier));
    }

    private static List<String> names(Snapshots earlier) {
        return earlier.layers().stream().map(LayerName::value).toList();
    }
}
