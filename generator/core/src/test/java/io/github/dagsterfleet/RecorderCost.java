package io.github.dagsterfleet;

import io.github.dagsterfleet.change.OwnedPaths;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.RepoReader;
import io.github.dagsterfleet.fleet.TargetResolver;
import io.github.dagsterfleet.fleet.UnreadVars;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.fleet.WorkspaceReader;
import io.github.dagsterfleet.layer.Fold;
import io.github.dagsterfleet.release.History;
import io.github.dagsterfleet.release.Sessions;
import io.github.dagsterfleet.render.Renderer;
import io.github.dagsterfleet.render.TemplateSet;
import io.github.dagsterfleet.rule.fleet.Memberships;
import io.github.dagsterfleet.rule.policy.PolicyCheck;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.source.WorkTree;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What noting the reads of templates costs: renders a whole workspace in memory with the recorder and without, in turns,
 * and prints the least CPU time of each. Stands in the product's own package, so that the product needs no switch.
 */
public final class RecorderCost {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private RecorderCost() {}

    public static void main(String[] args) throws Exception {
        Parts parts = new Parts(
                WorkTree.of(Path.of(args[0])),
                new History(Path.of(args[0])),
                Shapes.standard(),
                DagsterFleet.version(),
                LocalDate.EPOCH,
                OwnedPaths.NONE);
        Findings findings = new Findings();
        WorkspaceReader reader = parts.workspaceReader();
        Workspace workspace = reader.read(findings).orElseThrow();
        RepoReader repos = reader.repos();
        TargetResolver resolver = new TargetResolver(workspace, parts.shapes(), new Fold());
        Memberships memberships = Memberships.of(workspace.fleet());
        List<ResolvedRepo> resolved = new ArrayList<>();
        for (String name : repos.folders(findings).repos()) {
            resolved.add(ResolvedRepo.read(
                    name,
                    repos,
                    resolver,
                    Optional.empty(),
                    memberships,
                    new Sessions(),
                    workspace.fleet().environments().keySet()));
        }
        TemplateSet templates = parts.templates(findings).orElseThrow();
        PolicyCheck policies = PolicyCheck.of(workspace.fleet(), LocalDate.EPOCH, findings);
        RepoArtifacts on = new RepoArtifacts(
                new Renderers(templates, Optional.empty()), new UnreadVars(), policies, Checkouts.NONE);
        RepoArtifacts off = new RepoArtifacts(
                new Renderers(templates, Optional.empty(), Renderer::untracked),
                new UnreadVars(),
                policies,
                Checkouts.NONE);
        long bestOn = Long.MAX_VALUE;
        long bestOff = Long.MAX_VALUE;
        for (int round = Integer.parseInt(args[1]); round > 0; round--) {
            bestOn = Math.min(bestOn, render(on, resolved));
            bestOff = Math.min(bestOff, render(off, resolved));
        }
        System.out.printf(
                Locale.ROOT,
                "derive and render %d repos: %.0f ms CPU with the recorder, %.0f ms without, ratio %.3f%n",
                resolved.size(),
                bestOn / 1e6,
                bestOff / 1e6,
                (double) bestOn / bestOff);
    }

    private static long render(RepoArtifacts artifacts, List<ResolvedRepo> resolved) {
        long start = CLOCK.getCurrentThreadCpuTime();
        for (ResolvedRepo repo : resolved) {
            List<?> drafts = artifacts
                    .render(repo.name(), repo.everywhere(), List.of(), folder -> true)
                    .value()
                    .orElseThrow();
            if (drafts.isEmpty()) {
                throw new IllegalStateException(repo.name() + " has no files");
            }
        }
        return CLOCK.getCurrentThreadCpuTime() - start;
    }
}
