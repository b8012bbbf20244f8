package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A name that nothing in the fleet has. */
final class UnknownName {
    private UnknownName() {}

    /** A name that no location has; it may be that of a repo, whose locations have others. */
    static Finding ofLocation(FindingCode code, Scalar name, String message, FleetFacts fleet) {
        Optional<RepoFacts> repo = fleet.repo(name.text());
        if (repo.isEmpty()) {
            return finding(code, name, message, fleet.locations().keySet());
        }
        List<String> locations = repo.get().outline().locations().keySet().stream()
                .map(Scalar::text)
                .toList();
        return Finding.at(code, name.origin(), message)
                .label("a repo")
                .help("write the name of a location of this repo: " + Names.choice(locations));
    }

    static Finding finding(FindingCode code, Scalar name, String message, Collection<String> known) {
        Finding finding = Finding.at(code, name.origin(), message).label("unknown");
        return Suggestions.help(
                finding, name.text(), known.stream().sorted().toList(), "take it out, or correct the name");
    }
}
