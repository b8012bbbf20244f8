package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.layer.Fold;
import io.github.dagsterfleet.layer.Folded;
import io.github.dagsterfleet.layer.Layer;
import io.github.dagsterfleet.layer.LayerStack;
import io.github.dagsterfleet.layer.Trace;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Selectors, folded before everything else over the layers that exist without them: they decide which other layers there
 * are.
 */
final class Selection {
    private static final String WITHOUT_AGENT = "the repo has no `agent`";

    private final Workspace workspace;
    private final Fold fold;
    private final Findings findings;

    Selection(Workspace workspace, Fold fold, Findings findings) {
        this.workspace = workspace;
        this.fold = fold;
        this.findings = findings;
    }

    /** The layers that exist whatever the selectors say, each list low to high; what is selected comes between them. */
    record Unselected(List<Layer> lower, List<Layer> higher) {
        List<Layer> all() {
            List<Layer> all = new ArrayList<>(lower);
            all.addAll(higher);
            return all;
        }
    }

    static Unselected unselected(Workspace workspace, RepoSource repo, String environment) {
        return new Unselected(
                List.of(workspace.base(), workspace.environment(environment)),
                List.of(repo.repo(), repo.overlay(environment)));
    }

    /** What {@code agent}, {@code profiles} and {@code environments} fold to. */
    Mapping fold(LayerStack selectors) {
        Folded folded = fold.fold(selectors);
        findings.addAll(folded.findings());
        return folded.value();
    }

    /** Whether {@code environments} lets the environment in; unknown names in it are findings. */
    boolean includes(Mapping selectors, String environment) {
        if (!selectors.has("environments")) {
            return true;
        }
        Set<String> known = workspace.fleet().environments().keySet();
        boolean included = false;
        for (Scalar name : Catalogue.scalars(selectors.get("environments"))) {
            if (!known.contains(name.text())) {
                findings.add(WorkspaceReader.unknownEnvironment(name, known));
            }
            included |= name.text().equals(environment);
        }
        return included;
    }

    /** The agent; empty, with a finding, when there is none. */
    Optional<Agent> agent(Mapping selectors, RepoSource repo) {
        Optional<Scalar> name = selectors.scalar("agent");
        if (name.isEmpty()) {
            findings.add(noAgent(selectors, repo));
            return Optional.empty();
        }
        Optional<Agent> agent =
                Optional.ofNullable(workspace.fleet().agents().get(name.get().text()));
        if (agent.isEmpty()) {
            findings.add(Catalogue.unknownAgent(name.get(), workspace.fleet()));
        }
        return agent;
    }

    /** Where it was taken away, if it was; in which environments, only all of them together can tell. */
    private Finding noAgent(Mapping selectors, RepoSource repo) {
        String names = Names.choice(workspace.fleet().agents().keySet());
        return Trace.of(selectors)
                .removed("agent")
                .map(removed -> Finding.at(
                                FindingCode.FLEET_NO_AGENT, removed.last().span(), WITHOUT_AGENT)
                        .label("taken away")
                        .help("name another `agent`: " + names))
                .orElseGet(
                        () -> Finding.in(FindingCode.FLEET_NO_AGENT, repo.repo().file(), WITHOUT_AGENT)
                                .help("add `agent:` with " + names));
    }

    /** The layers of the profiles that exist; the others are findings. */
    List<Layer> profiles(Mapping selectors, String environment) {
        List<Layer> layers = new ArrayList<>();
        for (Scalar name : Catalogue.scalars(selectors.get("profiles"))) {
            if (workspace.profiles().contains(name.text())) {
                layers.addAll(workspace.profile(name.text(), environment));
            } else {
                findings.add(unknownProfile(name));
            }
        }
        return layers;
    }

    private Finding unknownProfile(Scalar name) {
        Finding finding = Finding.at(
                        FindingCode.FLEET_UNKNOWN_PROFILE, name.origin(), "there is no profile `" + name.text() + "`")
                .label("no such profile");
        return Suggestions.help(
                finding,
                name.text(),
                workspace.profiles(),
                "write environments/profiles/" + name.text() + ".yaml, or take the name out");
    }
}
