package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Released;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.Resolution;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.fleet.TargetResolver;
import java.util.List;
import java.util.Optional;

/**
 * Tells which locations a repo has in an environment as it renders now; none where its release cannot be rendered.
 *
 * @param tree resolves from the tree
 */
record RunningLocations(Pins pins, TargetResolver tree) {
    List<String> of(RepoSource repo, String environment, Pin pin) {
        Resolution now = new PinnedResolver(pins, tree).resolve(repo, environment);
        return now instanceof Resolution.Waiting ? ofRelease(repo.name(), environment, pin) : names(now.target(), pin);
    }

    /** Where the tree has no such repo any more, or an overlay that its release does not know: as the commit had it all. */
    List<String> ofRelease(String repo, String environment, Pin pin) {
        Findings unheard = new Findings();
        Optional<Target> then = pins.releases()
                .at(new Released(pin.release(), pin.said()), unheard)
                .flatMap(release -> release.repos()
                        .read(repo, Optional.of(pins.fleet().environments().keySet()), unheard))
                .flatMap(source -> Candidate.of(pins, source, environment, pin.release(), unheard))
                .map(Candidate::target);
        return names(then, pin);
    }

    private static List<String> names(Optional<Target> target, Pin pin) {
        return target.map(Target::locationNames).stream()
                .flatMap(List::stream)
                .filter(name -> !pin.retired().contains(name))
                .toList();
    }
}
