package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.fleet.Environment;
import io.github.dagsterfleet.fleet.Group;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The variables of a group have one value, or come from one key of one secret, in every member. */
final class UnequalVariables implements FleetRule {
    @Override
    public void check(FleetFacts fleet, Findings findings) {
        for (Group group : Group.of(fleet.fleet())) {
            members(group, fleet).ifPresent(members -> {
                for (Scalar variable : group.variables()) {
                    check(group, variable, members, fleet).ifPresent(findings::add);
                }
            });
        }
    }

    /** Empty when not every member is known in every environment: what is missing then is not worth comparing. */
    private static Optional<List<RepoFacts>> members(Group group, FleetFacts fleet) {
        List<RepoFacts> members = new ArrayList<>();
        for (Scalar name : group.members()) {
            Optional<RepoFacts> member =
                    fleet.repo(name.text()).filter(repo -> repo.outline().complete());
            if (member.isEmpty()) {
                return Optional.empty();
            }
            members.add(member.get());
        }
        return Optional.of(members);
    }

    private static Optional<Finding> check(Group group, Scalar variable, List<RepoFacts> members, FleetFacts fleet) {
        List<GroupRow> rows = new ArrayList<>();
        for (Environment environment : fleet.environments()) {
            rows.add(GroupRow.of(environment.name().text(), variable.text(), members));
        }
        if (rows.stream().allMatch(GroupRow::isUnset)) {
            return members.isEmpty() ? Optional.empty() : Optional.of(unset(group, variable));
        }
        List<GroupRow> unequal = rows.stream().filter(row -> !row.isEqual()).toList();
        return unequal.isEmpty() ? Optional.empty() : Optional.of(unequal(group, variable, unequal));
    }

    private static Finding unset(Group group, Scalar variable) {
        return Finding.at(
                        FindingCode.FLEET_UNEQUAL_VARIABLE,
                        variable.origin(),
                        "no member of group `" + group.name().text() + "` has a variable `" + variable.text() + "`")
                .label("set nowhere")
                .help("correct the name, or take it out of `variables`");
    }

    private static Finding unequal(Group group, Scalar variable, List<GroupRow> rows) {
        GroupRow.Cell odd = rows.get(0).oddOne();
        List<String> environments = rows.stream().map(GroupRow::environment).toList();
        Finding finding = Finding.at(
                        FindingCode.FLEET_UNEQUAL_VARIABLE,
                        odd.place(),
                        "`" + variable.text() + "` is not equal for all members of group `"
                                + group.name().text() + "` in " + Names.all(environments))
                .label(odd.isUnset() ? "not set" : "differs");
        Map<GroupRow.Cell, List<String>> matrix = new LinkedHashMap<>();
        for (GroupRow row : rows) {
            for (GroupRow.Cell cell : row.cells()) {
                matrix.computeIfAbsent(cell, same -> new ArrayList<>(1)).add(row.environment());
            }
        }
        for (Map.Entry<GroupRow.Cell, List<String>> line : matrix.entrySet()) {
            finding = finding.note(
                    "in " + Names.all(line.getValue()) + " " + line.getKey().words(),
                    line.getKey().place());
        }
        return finding.help("say it once for all of them, in a profile that each member lists, or take `"
                + variable.text() + "` out of the group");
    }
}
