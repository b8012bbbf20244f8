package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.fleet.RepoOutline;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.Span;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where a repo is deployed, what it needs is deployed too. */
final class AbsentNeeds implements FleetRule {
    @Override
    public void check(FleetFacts fleet, Findings findings) {
        Map<Span, Absence> absences = new LinkedHashMap<>();
        for (RepoOutline repo : fleet.repos()) {
            repo.needs().forEach((need, environments) -> {
                List<Declared> upstream = fleet.locations(need.text());
                for (String environment : environments) {
                    if (!upstream.isEmpty() && fleet.lacksLocation(need.text(), fleet.deployment(environment))) {
                        absences.computeIfAbsent(need.span(), line -> new Absence(need, upstream))
                                .add(repo, environment);
                    }
                }
            });
        }
        absences.values().forEach(absence -> findings.add(absence.finding()));
    }

    /** What one line needs in vain, for whomever and wherever it counts. */
    private static final class Absence {
        private final Scalar need;
        private final List<Declared> upstream;
        private final Set<String> repos = new LinkedHashSet<>();
        private final Set<String> environments = new LinkedHashSet<>();

        Absence(Scalar need, List<Declared> upstream) {
            this.need = need;
            this.upstream = upstream;
        }

        void add(RepoOutline repo, String environment) {
            repos.add(repo.repo());
            environments.add(environment);
        }

        Finding finding() {
            Finding finding = Finding.at(
                            FindingCode.FLEET_ABSENT_NEED,
                            need.origin(),
                            Repos.named(List.copyOf(repos)) + (repos.size() == 1 ? " needs" : " need") + " `"
                                    + need.text() + "` in " + Names.all(environments)
                                    + ", where it does not exist")
                    .label("absent");
            for (Declared location : upstream) {
                finding = finding.note(
                        "`" + need.text() + "` exists in "
                                + (location.environments().isEmpty()
                                        ? "no environment"
                                        : Names.all(location.environments()) + " only"),
                        location.name().origin());
            }
            return finding.help("let `" + need.text() + "` exist in " + Names.all(environments) + " too, or write"
                    + " `needs: {$remove: [" + need.text() + "]}` in " + overlay());
        }

        private String overlay() {
            return environments.size() == 1 && repos.size() == 1
                    ? RepoSource.overlayFile(
                                    repos.iterator().next(),
                                    environments.iterator().next())
                            .value()
                    : "the overlays of these environments";
        }
    }
}
