package io.github.dagsterfleet.rule.policy;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Target;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The waivers of a fleet on one day, and which of them were needed. Safe for use by several threads. */
final class Waivers {
    private final List<Waiver> all;
    private final LocalDate today;
    private final Set<Waiver> needed = ConcurrentHashMap.newKeySet();

    Waivers(List<Waiver> all, LocalDate today) {
        this.all = List.copyOf(all);
        this.today = today;
    }

    List<Waiver> all() {
        return all;
    }

    /** The first that lets the finding through today; each that does is needed. */
    Optional<Waiver> lettingThrough(Finding finding, Target target, String location) {
        Optional<Waiver> first = Optional.empty();
        for (Waiver waiver : all) {
            if (isMeant(waiver, finding, target, location) && !waiver.hasEnded(today)) {
                needed.add(waiver);
                first = first.isPresent() ? first : Optional.of(waiver);
            }
        }
        return first;
    }

    /** One that lets a secret through today in all of its places; each that does is needed. */
    Optional<Waiver> lettingThrough(Leak leak) {
        Optional<Waiver> first = Optional.empty();
        for (Waiver waiver : all) {
            if (isMeant(waiver, leak) && !waiver.hasEnded(today)) {
                needed.add(waiver);
                first = first.isPresent() ? first : Optional.of(waiver);
            }
        }
        return first;
    }

    /** The one that let it through for longest. */
    Optional<Waiver> lastEnded(Leak leak) {
        return all.stream()
                .filter(waiver -> isMeant(waiver, leak) && waiver.hasEnded(today))
                .max(Comparator.comparing(Waiver::until));
    }

    private static boolean isMeant(Waiver waiver, Leak leak) {
        return waiver.code() == FindingCode.POLICY_SECRET
                && leak.files().stream().allMatch(file -> waiver.extent().covers(file, leak.key()));
    }

    /** The one that let it through for longest. */
    Optional<Waiver> lastEnded(Finding finding, Target target, String location) {
        Optional<Waiver> last = Optional.empty();
        for (Waiver waiver : all) {
            if (isMeant(waiver, finding, target, location)
                    && waiver.hasEnded(today)
                    && last.filter(other -> !waiver.until().isAfter(other.until()))
                            .isEmpty()) {
                last = Optional.of(waiver);
            }
        }
        return last;
    }

    private static boolean isMeant(Waiver waiver, Finding finding, Target target, String location) {
        return waiver.code() == finding.code() && waiver.extent().covers(target, location);
    }

    /** Tells those that let nothing through, and all the more those that have ended. */
    void unneeded(Findings findings) {
        for (Waiver waiver : all) {
            if (!needed.contains(waiver)) {
                findings.add(waiver.hasEnded(today) ? waiver.ended() : waiver.unneeded());
            }
        }
    }
}
