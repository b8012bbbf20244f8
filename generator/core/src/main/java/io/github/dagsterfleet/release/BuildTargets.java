package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.fleet.Released;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.Resolution;
import io.github.dagsterfleet.fleet.Resolver;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.fleet.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The targets that the build-time files of a repo are made from: those of the environments that render from the tree or,
 * where there are none, that of the first environment.
 *
 * @param now as the tree has them, by environment, in promotion order; none where it has no such target without errors
 */
record BuildTargets(Pins pins, RepoSource repo, Map<String, Target> now) {
    /** @param tree tells what the repo is in an environment by the tree alone */
    static BuildTargets of(Pins pins, RepoSource repo, Resolver tree) {
        Map<String, Target> live = new LinkedHashMap<>();
        Map<String, Target> promoted = new LinkedHashMap<>();
        for (String environment : pins.fleet().environments().keySet()) {
            boolean isLive = !pins.isPromoted(environment);
            if (isLive || (live.isEmpty() && promoted.isEmpty())) {
                tree.resolve(repo, environment).target().ifPresent(target -> (isLive ? live : promoted)
                        .put(environment, target));
            }
        }
        return new BuildTargets(pins, repo, live.isEmpty() ? promoted : live);
    }

    /** The digest of what the tree has of their inputs. */
    String inputs() {
        return pins.inputs().ofBuild(now.values());
    }

    /** @param pin empty where the files follow the tree */
    BuildSource from(Optional<Pin> pin) {
        return pin.map(this::from).orElseGet(this::ofTree);
    }

    private BuildSource from(Pin pin) {
        if (now.isEmpty() || inputs().equals(pin.inputs())) {
            return ofTree();
        }
        Findings why = new Findings();
        Released from = new Released(pin.release(), pin.said());
        return pins.releases()
                .at(from, why)
                .flatMap(release -> under(release, from, why))
                .<BuildSource>map(BuildSource.OfTargets::new)
                .orElseGet(() -> new BuildSource.Waiting(why.list()));
    }

    /** Where every environment renders from a release of its own, no other target is what the tree says. */
    private BuildSource ofTree() {
        return now.keySet().stream().anyMatch(pins::isPromoted)
                ? new BuildSource.OfTargets(List.copyOf(now.values()))
                : new BuildSource.OfTree();
    }

    /** The digest of what a release has of their inputs; empty, with findings, where it cannot make them. */
    Optional<String> made(Released from, Findings why) {
        return pins.releases().at(from, why).flatMap(release -> under(release, from, why)
                .map(targets -> release.inputs().ofBuild(targets)));
    }

    private Optional<List<Target>> under(Release release, Released from, Findings why) {
        List<Target> then = new ArrayList<>();
        now.forEach((environment, target) -> {
            Resolution resolution = release.resolver(from).resolve(repo, environment);
            if (resolution instanceof Resolution.Resolved resolved) {
                resolution =
                        UnderTree.judged(resolved, new Resolution.Resolved(Outcome.ok(target)), from, Workspace.ALL);
            }
            resolution.target().ifPresent(then::add);
            if (resolution instanceof Resolution.Waiting waiting) {
                why.addAll(waiting.why());
            } else if (resolution instanceof Resolution.Withheld) {
                why.add(broken(from, "has mistakes in a file that `" + repo.name() + "` is made from"));
            }
        });
        if (then.isEmpty() && why.isEmpty()) {
            why.add(broken(from, "has the repo `" + repo.name() + "` in no environment"));
        }
        return why.isEmpty() ? Optional.of(then) : Optional.empty();
    }

    private static Finding broken(Released from, String how) {
        return Finding.at(
                        FindingCode.RELEASE_BROKEN,
                        from.said(),
                        "the release " + from.commit().shown() + " " + how)
                .label("this release")
                .help("promote another release");
    }
}
