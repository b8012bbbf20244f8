package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.fleet.Released;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.Resolution;
import io.github.dagsterfleet.fleet.Resolver;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.fleet.TargetResolver;
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

    /** The releases by environment, once one was resolved that renders from releases. */
    public Map<String, Pin> pins() {
        Map<String, Pin> pins = new LinkedHashMap<>();
        file.flatMap(read -> read).ifPresent(read -> read.pins().forEach((environment, pin) -> {
            if (this.pins.isPromoted(environment)) {
                pins.put(environment, pin);
            }
        }));
        return pins;
    }

    @Override
    public Resolution resolve(RepoSource repo, String environment) {
        if (!pins.isPromoted(environment)) {
            return tree.resolve(repo, environment);
        }
        if (file.isEmpty()) {
            file = Optional.of(pins.files().read(repo.name(), ofFile));
        }
        if (file.get().isEmpty()) {
            return new Resolution.Resolved(Outcome.failed(ofFile));
        }
        ReleaseFile releases = file.get().get();
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
        Resolution released = release.get().resolver().ofOneRepo(from).resolve(repo.over(then.get()), environment);
        return released instanceof Resolution.Resolved resolved ? judged(resolved, now, from, environment) : released;
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

    /** What an overlay of the tree says wrongly with the release, and rightly with the tree, waits for the next release. */
    private static Resolution judged(Resolution.Resolved released, Resolution now, Released from, String environment) {
        List<Finding> ofTree = released.outcome().findings().stream()
                .filter(finding -> finding.isError() && isOfTree(finding.site()))
                .toList();
        if (ofTree.isEmpty()) {
            return told(released.outcome(), from);
        }
        return now.target().isEmpty()
                ? now
                : new Resolution.Waiting(ofTree.stream()
                        .map(error -> waiting(error, from, environment))
                        .toList());
    }

    private static boolean isOfTree(Site site) {
        return site instanceof Site.InSpan in && in.span().text().revision().isEmpty();
    }

    private static Resolution told(Outcome<Target> outcome, Released from) {
        Findings told = new Findings();
        for (Finding finding : outcome.findings()) {
            if (isOfTree(finding.site())) {
                told.add(finding);
            } else if (finding.isError()) {
                told.add(from.told(finding));
            }
        }
        return outcome.value().isPresent() && !told.hasErrors()
                ? new Resolution.Resolved(Outcome.of(outcome.value().get(), told))
                : new Resolution.Waiting(told.list());
    }

    private static Finding waiting(Finding error, Released from, String environment) {
        return Finding.at(
                        FindingCode.RELEASE_WAITING,
                        ((Site.InSpan) error.site()).span(),
                        "this waits for promotion: with the release "
                                + from.commit().shown() + " of `" + environment + "`, " + error.message())
                .label("not in the release")
                .note("the release", from.said())
                .help("promote a release that knows it; until then the files of `" + environment
                        + "` stay as they are");
    }
}
