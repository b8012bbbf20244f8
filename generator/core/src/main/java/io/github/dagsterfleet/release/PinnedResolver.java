package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.fleet.Released;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.RepoTargets;
import io.github.dagsterfleet.fleet.Resolution;
import io.github.dagsterfleet.fleet.Resolver;
import io.github.dagsterfleet.fleet.TargetResolver;
import io.github.dagsterfleet.fleet.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Resolves a repo from the tree where an environment renders from it, and else from the release that release.yaml names.
 * While the tree has the very inputs of the release, it is read in the release's place: no history is needed.
 */
public final class PinnedResolver implements Resolver {
    private final Pins pins;
    private final TargetResolver tree;
    private Optional<Optional<ReleaseFile>> file = Optional.empty();
    private final Findings ofFile = new Findings();

    /**
     * Of one repo, for one thread.
     *
     * @param tree resolves from the tree
     */
    public PinnedResolver(Pins pins, TargetResolver tree) {
        this.pins = pins;
        this.tree = tree;
    }

    /** The releases that count, by place: an environment or {@code all}; none of a file that cannot be read. */
    public Map<String, Pin> pins(RepoSource repo) {
        Map<String, Pin> counting = new LinkedHashMap<>();
        file(repo).ifPresent(read -> read.pins().forEach((place, pin) -> {
            if (pins.isPromoted(place)) {
                counting.put(place, pin);
            }
        }));
        return counting;
    }

    /**
     * What the build-time files are made from.
     *
     * @param known what the repo is in each environment
     */
    public BuildSource build(RepoSource repo, RepoTargets known) {
        if (!pins.isPromoted(Workspace.ALL)) {
            return new BuildSource.OfTree();
        }
        Optional<ReleaseFile> read = file(repo);
        if (read.isEmpty()) {
            return new BuildSource.Waiting(ofFile.list());
        }
        Resolver byTree = (same, environment) ->
                pins.isPromoted(environment) ? tree.resolve(same, environment) : known.in(environment);
        return BuildTargets.of(pins, repo, byTree).from(read.get().build());
    }

    private Optional<ReleaseFile> file(RepoSource repo) {
        if (file.isEmpty()) {
            file = Optional.of(pins.files().read(repo.name(), ofFile));
        }
        return file.get();
    }

    @Override
    public Resolution resolve(RepoSource repo, String environment) {
        if (!pins.isPromoted(environment)) {
            return tree.resolve(repo, environment);
        }
        Optional<ReleaseFile> read = file(repo);
        if (read.isEmpty()) {
            return new Resolution.Resolved(Outcome.failed(ofFile));
        }
        ReleaseFile releases = read.get();
        if (releases.retired().containsKey(environment)) {
            return new Resolution.Absent();
        }
        Optional<Pin> pin = releases.pin(environment);
        return pin.isPresent()
                ? without(pin.get().retired(), resolve(repo, environment, pin.get()))
                : new Resolution.NotReleased();
    }

    /** Whatever the release says of these locations. */
    private static Resolution without(List<String> retired, Resolution resolution) {
        if (retired.isEmpty() || !(resolution instanceof Resolution.Resolved resolved)) {
            return resolution;
        }
        Findings findings = new Findings();
        findings.addAll(resolved.outcome().findings());
        return resolved.target()
                .<Resolution>map(target -> new Resolution.Resolved(Outcome.of(target.without(retired), findings)))
                .orElse(resolution);
    }

    private Resolution resolve(RepoSource repo, String environment, Pin pin) {
        Resolution now = tree.resolve(repo, environment);
        if (now.target()
                .filter(target -> pins.inputs().of(target).equals(pin.inputs()))
                .isPresent()) {
            return now;
        }
        Findings findings = new Findings();
        Released from = new Released(pin.release(), pin.said());
        Optional<Release> release = pins.releases().at(from, findings);
        if (release.isEmpty()) {
            return new Resolution.Waiting(findings.list());
        }
        Optional<RepoSource> then = release.get().repos().readWithoutOverlays(repo.name(), findings);
        if (then.isEmpty()) {
            return new Resolution.Waiting(unreadable(repo, pin, from, findings).list());
        }
        Resolution released = release.get().resolver(from).resolve(repo.over(then.get()), environment);
        return released instanceof Resolution.Resolved resolved
                ? UnderTree.judged(resolved, now, from, environment)
                : released;
    }

    private static Findings unreadable(RepoSource repo, Pin pin, Released from, Findings findings) {
        Findings told = new Findings();
        findings.list().stream().filter(Finding::isError).map(from::told).forEach(told::add);
        if (!told.hasErrors()) {
            told.add(Finding.at(
                            FindingCode.RELEASE_BROKEN,
                            pin.said(),
                            "the commit " + pin.release().shown() + " has no repo `" + repo.name() + "`")
                    .label("this release")
                    .help("promote a release that has it"));
        }
        return told;
    }
}
