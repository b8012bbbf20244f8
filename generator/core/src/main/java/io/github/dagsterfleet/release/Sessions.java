package io.github.dagsterfleet.release;

import io.github.dagsterfleet.fleet.RepoTargets;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.render.AllEnvironments;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.text.ShellWord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes the lines that deploy a repo, from what its workflow is made of. Equal sessions are one object, so a fleet of like
 * repos keeps few. Safe for use by several threads.
 */
public final class Sessions {
    private static final String IMAGE = "IMAGE";

    private final Map<Session, Session> known = new ConcurrentHashMap<>();

    /** What to keep of a repo when its targets are let go. */
    public Rollout of(RepoTargets repo) {
        List<Target> targets = repo.targets();
        if (targets.isEmpty()) {
            return new Rollout(repo.outline(), Map.of());
        }
        Mapping everywhere = AllEnvironments.of(targets).facts();
        Optional<String> python = targets.get(0)
                .facts()
                .mapping("vars")
                .flatMap(vars -> vars.text("python_version"))
                .or(() -> everywhere.text("python"));
        Map<String, Session> sessions = new HashMap<>();
        for (Target target : targets) {
            Session session = target.agent().platform().isHybrid()
                    ? hybrid(target, target.release().isEmpty() ? everywhere : ofRelease(target))
                    : serverless(target, python);
            sessions.put(target.environment().name().text(), known.computeIfAbsent(session, first -> first));
        }
        return new Rollout(repo.outline(), Map.copyOf(sessions));
    }

    /** The lines that take locations out of a deployment. */
    public static Session removal(List<String> locations, String deployment) {
        return new Session(
                locations.stream()
                        .map(location ->
                                "dagster-cloud deployment delete-location " + location + " --deployment " + deployment)
                        .toList(),
                List.of());
    }

    private static Session serverless(Target target, Optional<String> python) {
        return new Session(
                List.of(
                        init(target),
                        "dagster-cloud ci build --build-strategy=python-executable"
                                + python.map(version -> " --python-version=" + ShellWord.of(version))
                                        .orElse(""),
                        "dagster-cloud ci deploy"),
                List.of());
    }

    /** A release runs the images that it names itself, whatever the tree has come to build. */
    private static Mapping ofRelease(Target target) {
        return AllEnvironments.of(List.of(target)).facts();
    }

    /** Locations whose images are ready are left out of the session, which takes none that nobody built, and added after it. */
    private static Session hybrid(Target target, Mapping everywhere) {
        String deployment = deployment(target);
        List<String> ready = runners(everywhere.mappings("ready_locations"), deployment);
        List<Mapping> builds = everywhere.mappings("builds");
        List<String> images = new ArrayList<>();
        List<String> built = new ArrayList<>();
        for (Mapping build : builds) {
            List<String> locations = runners(build.mappings("locations"), deployment);
            if (!locations.isEmpty()) {
                String image = builds.size() == 1 ? IMAGE : variable(locations.get(0));
                images.add(image);
                built.addAll(builds.size() == 1 ? List.of(outputs("", image)) : outputs(locations, image));
            }
        }
        List<String> commands = new ArrayList<>();
        if (!built.isEmpty()) {
            commands.add(init(target));
            ready.forEach(location -> commands.add("dagster-cloud ci locations-deselect " + location));
            commands.addAll(built);
            commands.add("dagster-cloud ci deploy");
        }
        ready.forEach(location -> commands.add("dagster-cloud workspace add-location " + location + " --deployment "
                + deployment + " --location-file " + configuration(target)));
        return new Session(commands, images);
    }

    /** The locations that run an image in a deployment. */
    private static List<String> runners(List<Mapping> locations, String deployment) {
        return locations.stream()
                .filter(location -> location.scalars("deployments").stream()
                        .anyMatch(where -> where.text().equals(deployment)))
                .flatMap(location -> location.text("name").stream())
                .toList();
    }

    /** Names of locations differ in more than case and punctuation, so those of variables made of them differ. */
    private static String variable(String location) {
        return IMAGE + "_" + location.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static List<String> outputs(List<String> locations, String image) {
        return locations.stream()
                .map(location -> outputs(" --location-name " + location, image))
                .toList();
    }

    private static String outputs(String which, String image) {
        return "dagster-cloud ci set-build-output" + which + " --image-tag \"$" + image + "\"";
    }

    private static String init(Target target) {
        return "dagster-cloud ci init --deployment " + deployment(target) + " --dagster-cloud-yaml-path "
                + configuration(target);
    }

    private static String deployment(Target target) {
        return target.environment().deployment().text();
    }

    /** As it is called in the team's repository: there a branch holds the file of one environment, or those of all. */
    private static String configuration(Target target) {
        boolean branches = target.facts()
                .mapping("git")
                .flatMap(git -> git.text("delivery"))
                .filter("branches"::equals)
                .isPresent();
        return branches ? "dagster_cloud.yaml" : "dagster_cloud." + deployment(target) + ".yaml";
    }
}
