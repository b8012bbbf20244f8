package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.fleet.Released;
import io.github.dagsterfleet.fleet.Resolution;
import io.github.dagsterfleet.fleet.Target;
import java.util.List;

/** Tells what becomes of a release under what the tree says beside it: that it is rendered, or that it waits, and why. */
final class UnderTree {
    private UnderTree() {}

    /**
     * What a file of the tree says wrongly with the release, and rightly with the tree, waits for the next release.
     *
     * @param now what the tree alone makes of it
     * @param place whose release it is: an environment, or {@code all}
     */
    static Resolution judged(Resolution.Resolved released, Resolution now, Released from, String place) {
        List<Finding> ofTree = released.outcome().findings().stream()
                .filter(finding -> finding.isError() && isOfTree(finding.site()))
                .toList();
        if (ofTree.isEmpty()) {
            return told(released.outcome(), from);
        }
        return now.target().isEmpty()
                ? now
                : new Resolution.Waiting(ofTree.stream()
                        .map(error -> waiting(error, from, place))
                        .toList());
    }

    private static boolean isOfTree(Site site) {
        return site instanceof Site.InSpan in && in.span().text().revision().isEmpty();
    }

    private static Resolution told(Outcome<Target> outcome, Released from) {
        Findings told = new Findings();
        for (Finding finding : outcome.findings()) {
            if (isOfTree(finding.site())) {
                told.add(finding);
            } else if (finding.isError()) {
                told.add(from.told(finding));
            }
        }
        return outcome.value().isPresent() && !told.hasErrors()
                ? new Resolution.Resolved(Outcome.of(outcome.value().get(), told))
                : new Resolution.Waiting(told.list());
    }

    private static Finding waiting(Finding error, Released from, String place) {
        return Finding.at(
                        FindingCode.RELEASE_WAITING,
                        ((Site.InSpan) error.site()).span(),
                        "this waits for promotion: with the release "
                                + from.commit().shown() + " of `" + place + "`, " + error.message())
                .label("not in the release")
                .note("the release", from.said())
                .help("promote a release that knows it; until then the files of `" + place + "` stay as they are");
    }
}
