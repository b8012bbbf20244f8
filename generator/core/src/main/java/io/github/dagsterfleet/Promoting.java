package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.RepoReader;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.TargetResolver;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.fleet.WorkspaceReader;
import io.github.dagsterfleet.layer.Fold;
import io.github.dagsterfleet.release.History;
import io.github.dagsterfleet.release.Move;
import io.github.dagsterfleet.release.Pins;
import io.github.dagsterfleet.release.Promotion;
import io.github.dagsterfleet.release.ReleaseFile;
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
        RepoReader repos = reader.repos();
        Collection<String> names = workspace
                .map(known -> request.which().names(known.fleet(), repos, findings))
                .orElse(List.of());
        if (workspace.isEmpty() || findings.hasErrors()) {
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
                        .plan(repo.get(), request.which().environment(), request.hotfix(), findings)
                        .ifPresent(moves::add);
            }
        }
        return findings.hasErrors() ? List.of() : moves;
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
