package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Released;
import io.github.dagsterfleet.fleet.RepoReader;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.Ring;
import io.github.dagsterfleet.fleet.TargetResolver;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.source.git.CommitId;
import io.github.dagsterfleet.syntax.Scalar;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What rings build with: a ring hands its newest release on once each of its repos has it, or would be the same with it.
 * Repos in no ring come last. Each ring is looked at once; not safe for use by several threads.
 */
final class RingStages {
    private final Pins pins;
    private final Standing standing;
    private final RepoReader repos;
    private final TargetResolver tree;
    private final MadeFiles made;
    private final String tool;
    private final Map<String, Stage> known = new HashMap<>();

    /**
     * @param tree resolves from the tree
     * @param tool the version of dagster-fleet
     */
    RingStages(Pins pins, Standing standing, RepoReader repos, TargetResolver tree, MadeFiles made, String tool) {
        this.pins = pins;
        this.standing = standing;
        this.repos = repos;
        this.tree = tree;
        this.made = made;
        this.tool = tool;
    }

    /** The ring that comes before the one that a repo is in. */
    Stage before(String repo) throws IOException {
        Optional<Ring> before = Optional.empty();
        for (Ring ring : Ring.of(pins.fleet())) {
            if (ring.repos().stream().map(Scalar::text).anyMatch(repo::equals)) {
                break;
            }
            before = Optional.of(ring);
        }
        if (before.isEmpty()) {
            return Stage.none(Gate.passed(Gate.Kind.STAGE, "no ring comes before"));
        }
        String name = before.get().name().text();
        Stage stage = known.get(name);
        if (stage == null) {
            stage = stage(before.get());
            known.put(name, stage);
        }
        return stage;
    }

    private Stage stage(Ring ring) throws IOException {
        String words = "ring `" + ring.name().text() + "`";
        String command = "dagster-fleet promote --ring " + ring.name().text() + " " + Workspace.ALL;
        Map<String, Optional<Pin>> builds = new LinkedHashMap<>();
        for (Scalar member : ring.repos()) {
            String repo = member.text();
            Optional<ReleaseFile> file = pins.files().read(repo, new Findings());
            if (!repos.exists(repo) || file.isEmpty()) {
                return Stage.without(
                        words + " cannot be told: `" + repo + "` "
                                + (file.isEmpty() ? "has no readable release.yaml" : "is no repo"),
                        "dagster-fleet check");
            }
            builds.put(repo, file.get().build());
        }
        Optional<Pin> newest = newest(builds.values());
        Optional<String> behind = newest.flatMap(pin -> behind(builds, pin));
        return behind.map(repo -> Stage.without(
                        words + " does not have " + newest.get().release().shown() + " in all of its repos: " + repo,
                        command))
                .orElseGet(() -> Stage.of(words, newest, isOfOtherTool(builds), command));
    }

    private Optional<Pin> newest(Collection<Optional<Pin>> builds) throws IOException {
        List<Pin> pins = builds.stream().flatMap(Optional::stream).toList();
        Optional<CommitId> newest =
                standing.newest(pins.stream().map(Pin::release).toList());
        return pins.stream()
                .filter(pin -> newest.filter(pin.release()::equals).isPresent())
                .findFirst();
    }

    /** A repo that is made from something else, and would be different with the newest release; in one clause. */
    private Optional<String> behind(Map<String, Optional<Pin>> builds, Pin newest) {
        return builds.entrySet().stream()
                .filter(build -> build.getValue()
                                .filter(pin -> pin.release().equals(newest.release()))
                                .isEmpty()
                        && !isSameWith(build.getKey(), build.getValue(), newest))
                .findFirst()
                .map(build -> "`" + build.getKey() + "` renders from "
                        + build.getValue().map(pin -> pin.release().shown()).orElse("the tree"));
    }

    private boolean isSameWith(String name, Optional<Pin> build, Pin newest) {
        Set<String> environments = pins.fleet().environments().keySet();
        Optional<RepoSource> repo = repos.read(name, Optional.of(environments), new Findings());
        if (repo.isEmpty()) {
            return false;
        }
        BuildTargets targets = BuildTargets.of(pins, repo.get(), tree.ofOneRepo());
        String now = build.map(Pin::inputs).orElseGet(targets::inputs);
        return targets.made(new Released(newest.release(), newest.said()), new Findings())
                .filter(now::equals)
                .isPresent();
    }

    private boolean isOfOtherTool(Map<String, Optional<Pin>> builds) {
        return builds.entrySet().stream().anyMatch(build -> build.getValue()
                .flatMap(pin -> made.otherTool(build.getKey(), Workspace.ALL, pin, tool))
                .isPresent());
    }
}
