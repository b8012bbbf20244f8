package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Location;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.Origin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One workflow takes a repo through all of its environments, with images that are built once. */
public final class OneWorkflow {
    /** The workflow of each CI system that one is made for. */
    private static final Map<String, String> FILES =
            Map.of("github", ".github/workflows/dagster-plus.yml", "gitlab", ".gitlab-ci.yml");

    private OneWorkflow() {}

    /**
     * Says what one workflow cannot serve, where the repo gets one.
     *
     * @param targets those of one repo, in promotion order
     */
    public static void check(List<Target> targets, Findings findings) {
        List<Target> served =
                targets.stream().filter(target -> file(target).isPresent()).toList();
        platforms(served).ifPresent(findings::add);
        Map<String, Built> first = new LinkedHashMap<>();
        Map<String, Finding> differing = new LinkedHashMap<>();
        for (Target target : served) {
            for (Location location : target.locations()) {
                Built.of(location, target).ifPresent(built -> {
                    Built known = first.putIfAbsent(location.name().text(), built);
                    if (known != null && !known.isSame(built)) {
                        differing.merge(
                                location.name().text(),
                                known.finding(location.name(), built),
                                (told, more) -> told.note(built.words(), built.origin()));
                    }
                });
            }
        }
        differing.values().forEach(findings::add);
    }

    /** The workflow that the repo gets as this target sees it. */
    private static Optional<String> file(Target target) {
        Optional<Mapping> git = target.facts().mapping("git");
        boolean fromTrunk =
                git.flatMap(said -> said.text("delivery")).map("trunk"::equals).orElse(true);
        return git.flatMap(said -> said.text("ci"))
                .map(FILES::get)
                .filter(file -> fromTrunk)
                .filter(file -> target.facts()
                        .mapping("artifacts")
                        .flatMap(artifacts -> artifacts.text(file))
                        .filter("false"::equals)
                        .isEmpty());
    }

    private static String wayOut(Target target) {
        return ", or turn the workflow off with `artifacts: {" + file(target).orElseThrow() + ": false}`";
    }

    /** Serverless code is built by Dagster+ for each deployment, a hybrid image once for all. */
    private static Optional<Finding> platforms(List<Target> targets) {
        Optional<Finding> told = Optional.empty();
        for (Target target : targets) {
            Target first = targets.get(0);
            if (first.agent().platform().isHybrid() == target.agent().platform().isHybrid()) {
                continue;
            }
            told = Optional.of(told.map(finding -> finding.note(kind(target), chosen(target)))
                    .orElseGet(() -> Finding.at(
                                    FindingCode.DAGSTER_ONE_WORKFLOW,
                                    chosen(target),
                                    "one workflow cannot deploy a repo that is serverless in one environment and hybrid in"
                                            + " another")
                            .label(kind(target))
                            .note(kind(first), chosen(first))
                            .help("choose one kind of agent for every environment" + wayOut(target))));
        }
        return told;
    }

    private static String kind(Target target) {
        String kind = target.agent().platform().isHybrid() ? "hybrid" : "serverless";
        return kind + " in `" + target.environment().name().text() + "`";
    }

    private static Origin chosen(Target target) {
        return target.facts()
                .get("agent")
                .map(agent -> agent.origin())
                .orElse(target.agent().name().origin());
    }

    /** How an environment has a location built. */
    private record Built(Scalar registry, String directory, Target target) {
        /** Empty for a location whose image is ready. */
        static Optional<Built> of(Location location, Target target) {
            return location.facts().mapping("build").flatMap(build -> build.scalar("registry")
                    .map(registry -> new Built(registry, build.text("directory").orElse("."), target)));
        }

        boolean isSame(Built other) {
            return registry.text().equals(other.registry.text()) && directory.equals(other.directory);
        }

        Origin origin() {
            return registry.origin();
        }

        private String environment() {
            return target.environment().name().text();
        }

        String words() {
            return "in `" + environment() + "` it is built from `" + directory + "` for `" + registry.text() + "`";
        }

        Finding finding(Scalar location, Built other) {
            return Finding.at(
                            FindingCode.DAGSTER_ONE_WORKFLOW,
                            other.origin(),
                            "`" + location.text() + "` is built differently in `" + other.environment()
                                    + "`, but its image is built once and promoted")
                    .label("another image")
                    .note(words(), origin())
                    .help("let every environment pull from one registry" + wayOut(target));
        }
    }
}
