package io.github.dagsterfleet;

import io.github.dagsterfleet.fleet.RepoReader;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.TargetResolver;
import io.github.dagsterfleet.release.Pins;
import io.github.dagsterfleet.release.Sessions;
import io.github.dagsterfleet.rule.fleet.Memberships;
import io.github.dagsterfleet.rule.policy.Secrets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What is done to each repo before anything is known of the others: it is read, resolved and, while there is room for its
 * files, rendered. What they are made from is let go at once. Safe for use by several threads.
 */
final class FirstPass {
    /** In bytes. Files of repos that find no room are made again when they are wanted. */
    private static final long ROOM = 48L << 20;

    private final RepoReader repos;
    private final TargetResolver resolver;
    private final Optional<Pins> pins;
    private final Memberships memberships;
    private final Sessions sessions = new Sessions();
    private final Set<String> environments;
    private final Optional<Production> production;
    private final boolean keepsTargets;
    private final Secrets secrets;
    private final AtomicLong room = new AtomicLong(ROOM);

    /**
     * @param pins empty where every environment renders from the tree
     * @param production empty when nothing is to be rendered yet
     * @param keepsTargets whether the targets of every repo are wanted later, all at once
     * @param secrets is shown what each target comes to
     */
    FirstPass(
            RepoReader repos,
            TargetResolver resolver,
            Optional<Pins> pins,
            Memberships memberships,
            Set<String> environments,
            Optional<Production> production,
            boolean keepsTargets,
            Secrets secrets) {
        this.repos = repos;
        this.resolver = resolver;
        this.pins = pins;
        this.memberships = memberships;
        this.environments = environments;
        this.production = production;
        this.keepsTargets = keepsTargets;
        this.secrets = secrets;
    }

    ResolvedRepo over(String name) {
        ResolvedRepo repo = resolve(name);
        repo.everywhere().forEach(secrets::inTarget);
        repo.build().targets().forEach(secrets::inTarget);
        if (repo.isSound() && production.isPresent() && room.get() > 0) {
            Prepared files = production.get().repo(repo);
            room.addAndGet(-files.size());
            repo = repo.with(files);
        }
        return keepsTargets ? repo : repo.withoutTargets();
    }

    private ResolvedRepo resolve(String name) {
        return ResolvedRepo.read(name, repos, resolver, pins, memberships, sessions, environments);
    }

    /**
     * The files of a repo: those that were made on the way, or else made now. One that broke since it was read is refused
     * now; taken for one without targets it would lose its files.
     */
    Prepared files(ResolvedRepo repo, Production now) {
        return repo.prepared().orElseGet(() -> {
            ResolvedRepo full = repo.targets().isPresent() ? repo : resolve(repo.name());
            return full.isSound()
                    ? now.repo(full)
                    : Prepared.failed(RepoSource.generated(full.name()), full.findings());
        });
    }
}
