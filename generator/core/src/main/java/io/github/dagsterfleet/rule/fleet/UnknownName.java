package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.Collection;
import java.util.List;

/** A name that nothing in the fleet has. */
final class UnknownName {
    private UnknownName() {}

    static Finding finding(FindingCode code, Scalar name, String message, Collection<String> known) {
        Finding finding = Finding.at(code, name.origin(), message).label("unknown");
        List<String> nearest =
                Suggestions.nearest(name.text(), known.stream().sorted().toList());
        return nearest.isEmpty()
                ? finding.help("take it out, or correct the name")
                : finding.help("write `" + nearest.get(0) + "`");
    }
}
