package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Environment;
import io.github.dagsterfleet.fleet.RepoOutline;
import io.github.dagsterfleet.text.Span;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Of repos that need each other in a circle, none can be deployed first. */
final class NeedCycles implements FleetRule {
    @Override
    public void check(FleetFacts fleet, Findings findings) {
        List<RepoOutline> repos = fleet.repos();
        if (repos.stream().allMatch(repo -> repo.needs().isEmpty())) {
            return;
        }
        Set<Span> told = new HashSet<>();
        for (Environment environment : fleet.environments()) {
            for (List<NeedGraph.Edge> circle :
                    NeedGraph.of(repos, environment.name().text()).circles()) {
                if (told.addAll(circle.stream().map(edge -> edge.need().span()).toList())) {
                    findings.add(finding(circle));
                }
            }
        }
    }

    private static Finding finding(List<NeedGraph.Edge> circle) {
        NeedGraph.Edge first = circle.get(0);
        Set<String> repos = new LinkedHashSet<>();
        circle.forEach(edge -> repos.add(edge.repo().repo()));
        if (repos.size() == 1) {
            return Finding.at(
                            FindingCode.FLEET_NEED_CYCLE,
                            first.need().origin(),
                            "`" + first.repo().repo() + "` needs its own location `"
                                    + first.need().text() + "`")
                    .label("its own")
                    .help("take it out of `needs` of `" + first.repo().repo() + "`");
        }
        Finding finding = Finding.at(
                        FindingCode.FLEET_NEED_CYCLE,
                        first.need().origin(),
                        Repos.named(List.copyOf(repos))
                                + " need each other in a circle, so none of them can be deployed first")
                .label("needs `" + first.upstream().repo() + "`");
        for (NeedGraph.Edge edge : circle.subList(1, circle.size())) {
            finding = finding.note(
                    "`" + edge.repo().repo() + "` needs `" + edge.need().text() + "` of `"
                            + edge.upstream().repo() + "`",
                    edge.need().origin());
        }
        return finding.help("take one of these out of its `needs`");
    }
}
