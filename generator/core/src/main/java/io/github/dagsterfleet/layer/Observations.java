package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts where a patch leaves everything as it was. What does so for one target may matter for another, so a person is
 * told only of what changed nothing as often as its part of a layer was applied at all. Counting per part, not per
 * value, is what keeps this off the hot path. Safe for use by several threads.
 */
final class Observations {
    private final Map<Patch, LongAdder> applied = new ConcurrentHashMap<>();
    private final Map<Saying, Tally> unchanged = new ConcurrentHashMap<>();

    /** A place of a part of a layer. */
    private record Saying(Patch part, Span span) {}

    /** How often a saying left its place as it was, and where that had come from. */
    private record Tally(String place, LongAdder times, SortedSet<Span> inherited) {}

    /** A part of a layer is applied. */
    void applied(Patch part) {
        applied.computeIfAbsent(part, key -> new LongAdder()).increment();
    }

    /** What is said at the span, within the part, leaves its place as it was. */
    void unchanged(Patch part, Span span, Place at, Slot before) {
        Tally tally = unchanged.computeIfAbsent(
                new Saying(part, span),
                key -> new Tally(at.toString(), new LongAdder(), new ConcurrentSkipListSet<>()));
        tally.times.increment();
        before.history().ifPresent(trace -> tally.inherited.add(trace.winner().span()));
    }

    /** What every fold agreed on, sorted. */
    List<Finding> findings() {
        List<Finding> agreed = new ArrayList<>();
        unchanged.forEach((saying, tally) -> {
            LongAdder folds = applied.get(saying.part);
            if (folds != null && folds.sum() == tally.times.sum()) {
                agreed.add(finding(saying.span, tally));
            }
        });
        return agreed.stream().distinct().sorted().toList();
    }

    private static Finding finding(Span span, Tally tally) {
        Finding finding = Finding.at(
                        FindingCode.LAYER_CHANGES_NOTHING, span, "`" + tally.place + "` is what it was without this")
                .label("changes nothing")
                .help("delete it");
        for (Span inherited : tally.inherited) {
            finding = finding.note("inherited from here", inherited);
        }
        return finding;
    }
}
