package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Group;
import io.github.dagsterfleet.fleet.RepoOutline;
import io.github.dagsterfleet.syntax.Scalar;

/** The members of a group are repos. */
final class UnknownMembers implements FleetRule {
    @Override
    public void check(FleetFacts fleet, Findings findings) {
        for (Group group : Group.of(fleet.fleet())) {
            for (Scalar member : group.members()) {
                if (fleet.repo(member.text()).isEmpty()) {
                    findings.add(UnknownName.finding(
                            FindingCode.FLEET_UNKNOWN_MEMBER,
                            member,
                            "group `" + group.name().text() + "` has a member `" + member.text()
                                    + "`, which is no repo",
                            fleet.repos().stream().map(RepoOutline::repo).toList()));
                }
            }
        }
    }
}
