package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.release.Tombstone;
import java.util.Optional;

/** Says why a repo is not in an environment that renders from releases. */
final class NotThere {
    private NotThere() {}

    /** @param tombstone of a repo that was there once */
    static Finding of(String repo, String environment, Optional<Tombstone> tombstone) {
        Finding finding = Finding.of(
                FindingCode.USAGE_ABSENT_TARGET,
                "repo `" + repo + "` is not in environment `" + environment + "`"
                        + tombstone
                                .map(stone -> " any more: it " + stone.words())
                                .orElse(" yet"));
        String promote = "run `dagster-fleet promote " + repo + " " + environment + "`";
        return finding.help(tombstone.isPresent() ? promote + ", which brings it back" : promote + " first");
    }
}
