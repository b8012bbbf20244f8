package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.layer.LayerPatch;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One repo in all environments, in promotion order, and what only all of them together can tell. */
public final class RepoTargets {
    private final RepoSource repo;
    private final Map<String, Resolution> resolutions;
    private final Findings findings;
    private final List<Target> targets;
    private final RepoOutline outline;

    private RepoTargets(RepoSource repo, Map<String, Resolution> resolutions, Findings findings) {
        this.repo = repo;
        this.resolutions = resolutions;
        this.findings = findings;
        this.targets = targets(resolutions.values());
        this.outline = OutlineDraft.of(repo, targets, isComplete());
    }

    /** Resolves every environment, since a mistake in one is a mistake of the repo. */
    public static RepoTargets resolve(Resolver resolver, RepoSource repo, Iterable<String> environments) {
        Map<String, Resolution> resolutions = new LinkedHashMap<>();
        Findings findings = new Findings();
        Map<Finding, List<String>> agentless = new LinkedHashMap<>();
        for (String environment : environments) {
            Resolution resolution = resolver.resolve(repo, environment);
            resolutions.put(environment, resolution);
            if (resolution instanceof Resolution.Waiting waiting) {
                waiting.why().stream().filter(finding -> !finding.isError()).forEach(findings::add);
            }
            if (resolution instanceof Resolution.Resolved resolved) {
                for (Finding finding : resolved.outcome().findings()) {
                    if (finding.code() == FindingCode.FLEET_NO_AGENT) {
                        agentless
                                .computeIfAbsent(finding, missing -> new ArrayList<>())
                                .add("`" + environment + "`");
                    } else {
                        findings.add(finding);
                    }
                }
            }
        }
        agentless.forEach((finding, where) ->
                findings.add(finding.saying(finding.message() + " in " + String.join(", ", where))));
        RepoTargets targets = new RepoTargets(repo, Collections.unmodifiableMap(resolutions), findings);
        if (targets.isComplete()) {
            if (targets.isOfTree()) {
                targets.checkLocations();
                targets.checkProjects();
            }
            findings.addAll(ProjectPaths.clashes(targets.targets(), targets.ownPatches()));
        }
        return targets;
    }

    /** What became of an environment; one that base.yaml does not list is one that the repo is absent from. */
    public Resolution in(String environment) {
        return resolutions.getOrDefault(environment, new Resolution.Absent());
    }

    /** The targets that could be resolved, in promotion order. */
    public List<Target> targets() {
        return targets;
    }

    private static List<Target> targets(Iterable<Resolution> resolutions) {
        List<Target> targets = new ArrayList<>();
        for (Resolution resolution : resolutions) {
            resolution.target().ifPresent(targets::add);
        }
        return List.copyOf(targets);
    }

    /** Whether every environment is either resolved or one that the repo is absent from. */
    public boolean isComplete() {
        return resolutions.values().stream()
                .allMatch(resolution -> resolution instanceof Resolution.Absent
                        || resolution instanceof Resolution.NotReleased
                        || resolution.target().isPresent());
    }

    /** Whether every environment has what the tree says; what none of them has, a release may bring or have left. */
    private boolean isOfTree() {
        return notReleased().isEmpty()
                && targets.stream().allMatch(target -> target.release().isEmpty());
    }

    /** The environments that no release of the repo was promoted to yet. */
    public List<String> notReleased() {
        return where(Resolution.NotReleased.class);
    }

    /** The environments whose files stay as they are. */
    public List<String> waiting() {
        return where(Resolution.Waiting.class);
    }

    /** What is wrong with releases: the files of those environments stay as they are, and all others are made. */
    public List<Finding> unrendered() {
        return resolutions.values().stream()
                .filter(Resolution.Waiting.class::isInstance)
                .flatMap(waiting -> ((Resolution.Waiting) waiting).why().stream())
                .filter(Finding::isError)
                .toList();
    }

    private List<String> where(Class<? extends Resolution> kind) {
        return resolutions.entrySet().stream()
                .filter(entry -> kind.isInstance(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Everything found in any environment. */
    public List<Finding> findings() {
        return findings.list();
    }

    /** What the fleet keeps of this repo. */
    public RepoOutline outline() {
        return outline;
    }

    private void checkLocations() {
        outline.locations().forEach((name, environments) -> {
            if (environments.isEmpty()) {
                findings.add(Finding.at(
                                FindingCode.FLEET_LOCATION_NOWHERE,
                                name.origin(),
                                "location `" + name.text() + "` exists in no environment")
                        .label("nowhere")
                        .help("add an environment to its `environments`, or delete the location"));
            }
        });
    }

    /** Of repo.yaml and of every overlay. */
    private List<LayerPatch> ownPatches() {
        List<LayerPatch> own = new ArrayList<>(List.of(repo.repo().patch()));
        resolutions
                .keySet()
                .forEach(environment -> own.add(repo.overlay(environment).patch()));
        return own;
    }

    private void checkProjects() {
        Set<String> known = outline.projects();
        for (LayerPatch patch : ownPatches()) {
            for (LayerPatch.Named project : patch.projects().values()) {
                if (!known.contains(project.name().text())) {
                    findings.add(unknownProject(project.name(), known));
                }
            }
        }
    }

    private static Finding unknownProject(Scalar name, Set<String> known) {
        Finding finding = Finding.at(
                        FindingCode.FLEET_UNKNOWN_PROJECT,
                        name.origin(),
                        "no location of the repo lives in a project `" + name.text() + "`")
                .label("no such project");
        return Suggestions.help(
                finding, name.text(), known, "give a location `project: " + name.text() + "`, or take this out");
    }
}
