package io.github.dagsterfleet.finding.report;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What a finding is known by from run to run: its code, its file and the keys it stands below, none of which changes when
 * lines are added above it or the value is changed for another wrong one. Values are no part of it, since one of them may
 * be a secret; findings that are equal in all this are told apart by their order.
 */
final class Fingerprints {
    private final Map<String, Integer> times = new HashMap<>();
    private final Map<SourceText, Outline> outlines = new HashMap<>();

    /** To be asked once for each finding, in the order in which they are reported. */
    String next(Finding finding) {
        String mistake = finding.code().id() + "\n"
                + finding.site().path().map(path -> path.value()).orElse("") + "\n"
                + keys(finding.site());
        int time = times.merge(mistake, 1, Integer::sum);
        return UUID.nameUUIDFromBytes((mistake + time).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    private String keys(Site site) {
        if (!(site instanceof Site.InSpan in)) {
            return "";
        }
        Span span = in.span();
        return outlines.computeIfAbsent(span.text(), Outline::new).keys(span.line());
    }
}
