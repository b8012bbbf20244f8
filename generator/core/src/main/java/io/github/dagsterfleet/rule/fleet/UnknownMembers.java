package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Group;
import io.github.dagsterfleet.fleet.RepoOutline;
import io.github.dagsterfleet.fleet.Ring;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.List;

/** The members of a group and of a ring are repos. */
final class UnknownMembers implements FleetRule {
    @Override
    public void check(FleetFacts fleet, Findings findings) {
        Group.of(fleet.fleet()).forEach(group -> check("group", group.name(), group.members(), fleet, findings));
        Ring.of(fleet.fleet()).forEach(ring -> check("ring", ring.name(), ring.repos(), fleet, findings));
    }

    private static void check(String what, Scalar name, List<Scalar> members, FleetFacts fleet, Findings findings) {
        for (Scalar member : members) {
            if (fleet.repo(member.text()).isEmpty()) {
                findings.add(UnknownName.finding(
                        FindingCode.FLEET_UNKNOWN_MEMBER,
                        member,
                        what + " `" + name.text() + "` has a member `" + member.text() + "`, which is no repo",
                        fleet.repos().stream().map(RepoOutline::repo).toList()));
            }
        }
    }
}
