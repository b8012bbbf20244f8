package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.dagster.KeptVariable;
import io.github.dagsterfleet.dagster.Promise;
import io.github.dagsterfleet.fleet.Fleet;
import io.github.dagsterfleet.fleet.Group;
import io.github.dagsterfleet.fleet.RepoTargets;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which variables of which repos must be equal to those of others. Immutable, for use by several threads. */
public final class Memberships {
    private final Map<String, Set<String>> variables;

    private Memberships(Map<String, Set<String>> variables) {
        this.variables = variables;
    }

    public static Memberships of(Fleet fleet) {
        Map<String, Set<String>> variables = new HashMap<>();
        for (Group group : Group.of(fleet)) {
            for (Scalar member : group.members()) {
                Set<String> names = variables.computeIfAbsent(member.text(), repo -> new HashSet<>());
                group.variables().forEach(variable -> names.add(variable.text()));
            }
        }
        return new Memberships(variables);
    }

    /** What to keep of a repo when its targets are let go. */
    public RepoFacts facts(RepoTargets repo) {
        Set<String> names = variables.getOrDefault(repo.outline().repo(), Set.of());
        Map<String, List<Promise>> grouped = new HashMap<>();
        Map<String, Set<KeptVariable>> kept = new HashMap<>();
        for (Target target : repo.targets()) {
            String environment = target.environment().name().text();
            if (!names.isEmpty()) {
                grouped.put(environment, Promise.of(target, names));
            }
            Set<KeptVariable> own = KeptVariable.of(target);
            if (!own.isEmpty()) {
                kept.put(environment, own);
            }
        }
        return new RepoFacts(repo.outline(), Map.copyOf(grouped), Map.copyOf(kept));
    }
}
