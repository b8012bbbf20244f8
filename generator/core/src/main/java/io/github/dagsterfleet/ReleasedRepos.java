package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.fleet.Fleet;
import io.github.dagsterfleet.fleet.Group;
import io.github.dagsterfleet.fleet.RepoReader;
import io.github.dagsterfleet.fleet.Ring;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Repos in an environment that renders from releases, as somebody names them.
 *
 * @param ring a ring of base.yaml whose repos are meant
 * @param group a group of base.yaml whose members are meant
 */
public record ReleasedRepos(List<String> repos, Optional<String> ring, Optional<String> group, String environment) {
    public ReleasedRepos {
        repos = List.copyOf(repos);
    }

    /** None by name: what belongs to the environment itself. */
    public static ReleasedRepos in(String environment) {
        return new ReleasedRepos(List.of(), Optional.empty(), Optional.empty(), environment);
    }

    /** Whether no repo is meant, but what belongs to the environment itself. */
    boolean isEnvironment() {
        return repos.isEmpty() && ring.isEmpty() && group.isEmpty();
    }

    /** Whether what repos build with is meant. */
    boolean isBuild() {
        return environment.equals(Workspace.ALL);
    }

    /** What is wrong with asking for releases of an environment that has none. */
    static Finding ofTree(Fleet fleet, String environment) {
        Finding finding = Finding.of(
                FindingCode.USAGE_ARGUMENTS, "`" + environment + "` renders from the tree, and has no releases");
        return fleet.promoted().isEmpty()
                ? finding.help("list it under `promoted` in environments/base.yaml to have releases")
                : finding.help("name " + Names.choice(fleet.promoted()));
    }

    private boolean isPromoted(Fleet fleet, Findings findings) {
        String name = environment;
        if (isBuild()) {
            checkBuild(fleet, findings);
        } else if (!fleet.environments().containsKey(name)) {
            findings.add(Suggestions.help(
                    Finding.of(FindingCode.USAGE_UNKNOWN_ENVIRONMENT, "there is no environment `" + name + "`"),
                    name,
                    fleet.environments().keySet()));
        } else if (!fleet.isPromoted(name)) {
            findings.add(ofTree(fleet, name));
        }
        return !findings.hasErrors();
    }

    private void checkBuild(Fleet fleet, Findings findings) {
        if (!fleet.hasRings()) {
            findings.add(Finding.of(
                            FindingCode.USAGE_ARGUMENTS,
                            "what repos build with follows the tree, as environments/base.yaml has no `rings`")
                    .help("list the rings there, in the order in which they take a change"));
        }
    }

    /** Sorted; with findings where a name is none, or the environment renders from the tree. */
    Collection<String> names(Fleet fleet, RepoReader reader, Findings findings) {
        if (!isPromoted(fleet, findings)) {
            return List.of();
        }
        Set<String> names = new TreeSet<>(repos);
        ring.ifPresent(name -> names.addAll(ofRing(fleet, name, findings)));
        group.ifPresent(name -> names.addAll(ofGroup(fleet, name, findings)));
        new Choice(new Request(List.copyOf(names), List.of(), List.of(), false), findings).repos(reader);
        return names;
    }

    private static List<String> ofRing(Fleet fleet, String name, Findings findings) {
        List<Ring> rings = Ring.of(fleet);
        Optional<Ring> ring =
                rings.stream().filter(one -> one.name().text().equals(name)).findFirst();
        if (ring.isEmpty()) {
            findings.add(unknown(
                    "ring", name, rings.stream().map(one -> one.name().text()).toList()));
        }
        return ring.map(one -> one.repos().stream().map(Scalar::text).toList()).orElse(List.of());
    }

    private static List<String> ofGroup(Fleet fleet, String name, Findings findings) {
        List<Group> groups = Group.of(fleet);
        Optional<Group> group =
                groups.stream().filter(one -> one.name().text().equals(name)).findFirst();
        if (group.isEmpty()) {
            findings.add(unknown(
                    "group", name, groups.stream().map(one -> one.name().text()).toList()));
        }
        return group.map(one -> one.members().stream().map(Scalar::text).toList())
                .orElse(List.of());
    }

    private static Finding unknown(String what, String name, Collection<String> known) {
        return Suggestions.help(
                Finding.of(FindingCode.USAGE_ARGUMENTS, "base.yaml has no " + what + " `" + name + "`"), name, known);
    }
}
