package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.fleet.Fleet;
import io.github.dagsterfleet.fleet.Group;
import io.github.dagsterfleet.fleet.RepoReader;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.Ring;
import io.github.dagsterfleet.fleet.TargetResolver;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.fleet.WorkspaceReader;
import io.github.dagsterfleet.layer.Fold;
import io.github.dagsterfleet.release.History;
import io.github.dagsterfleet.release.Move;
import io.github.dagsterfleet.release.Pins;
import io.github.dagsterfleet.release.Promotion;
import io.github.dagsterfleet.release.ReleaseFile;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds out which repos a promotion means, and to which release each of them moves. Writes nothing. */
final class Promoting {
    private final Parts parts;
    private final PromotionRequest request;
    private final Findings findings = new Findings();

    Promoting(Parts parts, PromotionRequest request) {
        this.parts = parts;
        this.request = request;
    }

    /** What was found when there are no moves to speak of. */
    List<Finding> findings() {
        return findings.sorted();
    }

    /** Sorted by repo; none, with findings, where the request makes no sense or something cannot be read. */
    List<Move> moves() {
        WorkspaceReader reader = parts.workspaceReader();
        Optional<Workspace> workspace = reader.read(findings);
        if (workspace.isEmpty() || !isPromoted(workspace.get().fleet())) {
            return List.of();
        }
        RepoReader repos = reader.repos();
        Collection<String> names = names(workspace.get().fleet(), repos);
        if (findings.hasErrors()) {
            return List.of();
        }
        try {
            return moves(workspace.get(), repos, names);
        } catch (IOException noHistory) {
            findings.add(Finding.of(
                            FindingCode.RELEASE_NO_HISTORY,
                            "nothing can be promoted without history: " + History.words(noHistory))
                    .help(History.help(noHistory)));
            return List.of();
        }
    }

    private List<Move> moves(Workspace workspace, RepoReader repos, Collection<String> names) throws IOException {
        Pins pins = parts.pins(workspace).orElseThrow();
        Set<String> environments = workspace.fleet().environments().keySet();
        TargetResolver tree = new TargetResolver(workspace, parts.shapes(), new Fold());
        List<Move> moves = new ArrayList<>();
        for (String name : names) {
            Optional<RepoSource> repo = repos.read(name, Optional.of(environments), findings);
            if (repo.isPresent()) {
                new Promotion(pins, parts.history().repository(), tree.ofOneRepo(), parts.toolVersion(), parts.today())
                        .plan(repo.get(), request.environment(), request.hotfix(), findings)
                        .ifPresent(moves::add);
            }
        }
        return findings.hasErrors() ? List.of() : moves;
    }

    private boolean isPromoted(Fleet fleet) {
        String name = request.environment();
        if (!fleet.environments().containsKey(name)) {
            findings.add(Suggestions.help(
                    Finding.of(FindingCode.USAGE_UNKNOWN_ENVIRONMENT, "there is no environment `" + name + "`"),
                    name,
                    fleet.environments().keySet()));
        } else if (!fleet.isPromoted(name)) {
            Finding finding = Finding.of(
                    FindingCode.USAGE_ARGUMENTS, "`" + name + "` renders from the tree, so nothing is promoted to it");
            findings.add(
                    fleet.promoted().isEmpty()
                            ? finding.help("list it under `promoted` in environments/base.yaml to have it promoted to")
                            : finding.help("promote to " + Names.choice(fleet.promoted())));
        }
        return !findings.hasErrors();
    }

    private Collection<String> names(Fleet fleet, RepoReader repos) {
        Set<String> names = new TreeSet<>(request.repos());
        request.ring().ifPresent(name -> names.addAll(ofRing(fleet, name)));
        request.group().ifPresent(name -> names.addAll(ofGroup(fleet, name)));
        new Choice(new Request(List.copyOf(names), List.of(), List.of(), false), findings).repos(repos);
        return names;
    }

    private List<String> ofRing(Fleet fleet, String name) {
        List<Ring> rings = Ring.of(fleet);
        Optional<Ring> ring =
                rings.stream().filter(one -> one.name().text().equals(name)).findFirst();
        if (ring.isEmpty()) {
            unknown("ring", name, rings.stream().map(one -> one.name().text()).toList());
        }
        return ring.map(one -> one.repos().stream().map(Scalar::text).toList()).orElse(List.of());
    }

    private List<String> ofGroup(Fleet fleet, String name) {
        List<Group> groups = Group.of(fleet);
        Optional<Group> group =
                groups.stream().filter(one -> one.name().text().equals(name)).findFirst();
        if (group.isEmpty()) {
            unknown("group", name, groups.stream().map(one -> one.name().text()).toList());
        }
        return group.map(one -> one.members().stream().map(Scalar::text).toList())
                .orElse(List.of());
    }

    private void unknown(String what, String name, Collection<String> known) {
        findings.add(Suggestions.help(
                Finding.of(FindingCode.USAGE_ARGUMENTS, "base.yaml has no " + what + " `" + name + "`"), name, known));
    }

    /** The release files as they are to be. */
    static Map<SourcePath, byte[]> files(Collection<Move> moves) {
        Map<SourcePath, byte[]> files = new TreeMap<>();
        moves.forEach(move -> move.file()
                .ifPresent(file ->
                        files.put(ReleaseFile.path(move.repo()), file.text().getBytes(StandardCharsets.UTF_8))));
        return files;
    }
}
