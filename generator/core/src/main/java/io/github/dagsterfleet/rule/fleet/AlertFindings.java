package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import java.util.LinkedHashMap;
import java.util.Map;

/** Policies are often the same in each environment: what is wrong with all of them is told once. */
final class AlertFindings {
    private final Map<String, Finding> byMessage = new LinkedHashMap<>();

    /** A finding that says the same as an earlier one becomes a note of it. */
    void add(Finding finding, AlertPolicy policy) {
        byMessage.merge(
                finding.message(),
                finding,
                (first, again) ->
                        first.note("so it is in `" + policy.environment().name().text() + "`", again.site()));
    }

    void tell(Findings findings) {
        byMessage.values().forEach(findings::add);
    }
}
