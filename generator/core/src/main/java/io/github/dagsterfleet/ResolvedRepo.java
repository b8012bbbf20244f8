package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.RepoReader;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.RepoTargets;
import io.github.dagsterfleet.fleet.Resolver;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.fleet.TargetResolver;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.release.BuildSource;
import io.github.dagsterfleet.release.Pin;
import io.github.dagsterfleet.release.PinnedResolver;
import io.github.dagsterfleet.release.Pins;
import io.github.dagsterfleet.release.Rollout;
import io.github.dagsterfleet.release.Sessions;
import io.github.dagsterfleet.rule.fleet.Memberships;
import io.github.dagsterfleet.rule.fleet.RepoFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A repo after the first pass.
 *
 * @param targets empty when repo.yaml could not be read, or when they were let go to save memory
 * @param facts what is kept of it for the rules across repos; empty when repo.yaml could not be read
 * @param rollout what is kept of it for the order of deploys; empty in the same case
 * @param observations what the repo's own layers say in vain
 * @param notReleased the environments to which it was not promoted yet
 * @param pins by place, the releases that it was resolved from, or whose inputs the tree has
 * @param build what its build-time files are made from
 * @param unrendered what is wrong with releases whose files stay as they are
 * @param prepared its files, when they were made in the first pass
 */
record ResolvedRepo(
        String name,
        Optional<RepoTargets> targets,
        Optional<RepoFacts> facts,
        Optional<Rollout> rollout,
        List<Finding> findings,
        List<Finding> observations,
        List<String> notReleased,
        Map<String, Pin> pins,
        BuildSource build,
        List<Finding> unrendered,
        Optional<Prepared> prepared) {
    static ResolvedRepo read(
            String name,
            RepoReader repos,
            TargetResolver resolver,
            Optional<Pins> pins,
            Memberships memberships,
            Sessions sessions,
            Set<String> environments) {
        TargetResolver own = resolver.ofOneRepo();
        Optional<PinnedResolver> pinned = pins.map(known -> new PinnedResolver(known, own));
        Resolver each = pinned.<Resolver>map(found -> found).orElse(own);
        Findings findings = new Findings();
        Optional<RepoSource> source = repos.read(name, Optional.of(environments), findings);
        Optional<RepoTargets> targets = source.map(repo -> RepoTargets.resolve(each, repo, environments));
        BuildSource build = pinned.filter(found -> targets.isPresent())
                .map(found -> found.build(source.get(), targets.get()))
                .orElseGet(BuildSource.OfTree::new);
        targets.ifPresent(resolved -> findings.addAll(resolved.findings()));
        build.why().stream().filter(finding -> !finding.isError()).forEach(findings::add);
        return new ResolvedRepo(
                name,
                targets,
                targets.map(memberships::facts),
                targets.map(sessions::of),
                findings.list(),
                own.ownObservations(),
                targets.map(RepoTargets::notReleased).orElse(List.of()),
                pinned.flatMap(found -> source.map(found::pins)).orElse(Map.of()),
                build,
                unrendered(targets, build),
                Optional.empty());
    }

    private static List<Finding> unrendered(Optional<RepoTargets> targets, BuildSource build) {
        List<Finding> unrendered = new ArrayList<>();
        targets.ifPresent(known -> unrendered.addAll(known.unrendered()));
        build.why().stream().filter(Finding::isError).forEach(unrendered::add);
        return List.copyOf(unrendered);
    }

    /** Whether it could be read and no environment of it has an error. */
    boolean isSound() {
        return facts.isPresent() && findings.stream().noneMatch(Finding::isError);
    }

    ResolvedRepo with(Prepared files) {
        return new ResolvedRepo(
                name,
                targets,
                facts,
                rollout,
                findings,
                observations,
                notReleased,
                pins,
                build,
                unrendered,
                Optional.of(files));
    }

    /** The places whose files stay as they are. */
    Set<String> waiting() {
        Set<String> waiting = new TreeSet<>();
        targets.ifPresent(resolved -> waiting.addAll(resolved.waiting()));
        if (build instanceof BuildSource.Waiting) {
            waiting.add(Workspace.ALL);
        }
        return waiting;
    }

    /** In promotion order. */
    List<Target> everywhere() {
        return targets.map(RepoTargets::targets).orElse(List.of());
    }

    ResolvedRepo withoutTargets() {
        return new ResolvedRepo(
                name,
                Optional.empty(),
                facts,
                rollout,
                findings,
                observations,
                notReleased,
                pins,
                new BuildSource.OfTree(),
                unrendered,
                prepared);
    }
}
