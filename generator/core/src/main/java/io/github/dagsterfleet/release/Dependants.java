package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Fleet;
import io.github.dagsterfleet.fleet.Group;
import io.github.dagsterfleet.fleet.RepoOutline;
import io.github.dagsterfleet.fleet.RepoReader;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.source.git.CommitId;
import io.github.dagsterfleet.syntax.Scalar;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds what relies on a repo, and has a newer release than the one to which that goes back. */
public final class Dependants {
    private final Pins pins;
    private final Standing standing;
    private final RepoReader reader;
    private final List<RepoOutline> repos;

    /** @param repos all of them, as they would be after the move */
    public Dependants(Pins pins, Standing standing, RepoReader reader, List<RepoOutline> repos) {
        this.pins = pins;
        this.standing = standing;
        this.reader = reader;
        this.repos = List.copyOf(repos);
    }

    /**
     * What stays behind at a newer release: repos that need a location of this one and, where groups would no longer be
     * equal, other members.
     *
     * @param moving the repos that go back along
     */
    public Set<String> of(WayBack back, Collection<String> moving) throws IOException {
        Move move = back.move();
        Set<String> relying = needing(repos, back.locations(), move.environment());
        if (move.isRefusedBy(Gate.Kind.GROUPS)) {
            relying.addAll(members(pins.fleet(), move.name()));
        }
        relying.removeAll(moving);
        Set<String> newer = new TreeSet<>();
        CommitId to = move.to().orElseThrow().id();
        for (String repo : relying) {
            if (isNewer(repo, move.environment(), to)) {
                newer.add(repo);
            }
        }
        return newer;
    }

    /** The repos that need one of these locations in an environment. */
    public static Set<String> needing(Collection<RepoOutline> repos, Collection<String> locations, String environment) {
        Set<String> needing = new TreeSet<>();
        for (RepoOutline repo : repos) {
            if (needs(repo, locations, environment)) {
                needing.add(repo.repo());
            }
        }
        return needing;
    }

    private static boolean needs(RepoOutline repo, Collection<String> locations, String environment) {
        return repo.needs().entrySet().stream()
                .anyMatch(need -> locations.contains(need.getKey().text())
                        && need.getValue().contains(environment));
    }

    private static Set<String> members(Fleet fleet, String repo) {
        Set<String> members = new TreeSet<>();
        for (Group group : Group.of(fleet)) {
            List<String> names = group.members().stream().map(Scalar::text).toList();
            if (names.contains(repo)) {
                members.addAll(names);
            }
        }
        return members;
    }

    /** One that the earlier release would make the same is not newer, whatever it is called. */
    private boolean isNewer(String repo, String environment, CommitId than) throws IOException {
        Findings unheard = new Findings();
        Optional<Pin> pin = pins.files().read(repo, unheard).flatMap(file -> file.pin(environment));
        if (pin.isEmpty() || standing.isNotAfter(pin.get().release(), than)) {
            return false;
        }
        Optional<RepoSource> source =
                reader.read(repo, Optional.of(pins.fleet().environments().keySet()), unheard);
        return source.flatMap(known -> Candidate.of(pins, known, environment, than, unheard))
                .filter(then -> then.inputs().equals(pin.get().inputs()))
                .isEmpty();
    }
}
