package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.syntax.Node;

/** One fact said both in our words and in the platform's. */
final class ShortAndRaw {
    private ShortAndRaw() {}

    static Finding of(String key, Node inShort, Node raw) {
        return Finding.at(
                        FindingCode.DAGSTER_SHORT_AND_RAW,
                        raw.origin(),
                        "`" + key + "` is said in the platform's own words, and in short too")
                .label("said twice")
                .note("this is the short form", inShort.origin())
                .help("keep one of the two; a layer takes the short form away with `resources: {$remove: true}`");
    }
}
