package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.layer.LayerReader;
import io.github.dagsterfleet.schema.Reading;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.schema.ShapeReader;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourcePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads {@code environments/}: base.yaml first, since it says which other files there may be. */
public final class WorkspaceReader {
    private static final Set<String> RESERVED = Set.of(Workspace.ALL, "base");
    private static final SourcePath PROFILES = Workspace.ENVIRONMENTS.resolve("profiles");

    private final SourceSet sources;
    private final Shapes shapes;
    private final LayerReader layers;
    private final ParsedSources documents;

    public WorkspaceReader(SourceSet sources, Shapes shapes) {
        this(sources, new SourceDocuments(sources), shapes);
    }

    /** @param documents what the sources say that all repos share */
    public WorkspaceReader(SourceSet sources, ParsedSources documents, Shapes shapes) {
        this.sources = sources;
        this.documents = documents;
        this.shapes = shapes;
        this.layers = new LayerReader(shapes.repo());
    }

    /** A reader of repos that shares this one's shapes. */
    public RepoReader repos() {
        return new RepoReader(sources, layers);
    }

    /**
     * Everything shared. Empty only when base.yaml itself has errors, or when nobody knows which other files there are; a
     * mistake in another shared file is among the findings, and its layer is known to be broken.
     */
    public Optional<Workspace> read(Findings findings) {
        int start = findings.errorCount();
        List<SourceSet.Entry> files = sources.list(Workspace.ENVIRONMENTS, findings);
        List<SourceSet.Entry> profiles = sources.list(PROFILES, findings);
        int before = findings.errorCount();
        Optional<Mapping> base = documents.read(Workspace.BASE, findings);
        if (base.isEmpty() && findings.errorCount() == before && !isMisnamed(Workspace.BASE, files)) {
            findings.add(
                    Finding.in(FindingCode.SOURCE_MISSING, Workspace.BASE, "there is no base.yaml")
                            .help(
                                    "write environments/base.yaml with `format: 1`, `organization`, `environments` and `dagster`"));
        }
        LayeredDocument layered = new LayeredDocument(layers, findings);
        Workspace.Builder workspace = new Workspace.Builder();
        Optional<Mapping> facts = base.flatMap(document -> facts(document, shapes.base(), findings));
        base.flatMap(layered::defaults).ifPresent(workspace::base);
        base.ifPresent(document -> members(document, "agents")
                .forEach(agent -> layered.selectedDefaults((Mapping) agent.value(), "agent `" + agent.name() + "`")
                        .ifPresent(layer -> workspace.agent(agent.name(), layer))));
        boolean baseIsGood = base.isPresent() && findings.errorCount() == before;
        Set<String> names = facts.map(WorkspaceReader::environmentNames).orElse(Set.of());
        Map<String, Mapping> environmentFiles = environments(files, names, baseIsGood, workspace, findings);
        profiles(profiles, names, baseIsGood, workspace, findings);
        if (!baseIsGood || before > start) {
            return Optional.empty();
        }
        Fleet fleet = new Catalogue(facts.orElseThrow(), findings).fleet(environmentFiles);
        environmentFiles.values().forEach(document -> checkAgents(document, fleet, findings));
        return Optional.of(workspace.build(fleet));
    }

    /** Everything whose names or texts {@link #read} goes by; stray files too, of which it tells. */
    public List<SourcePath> files(Findings findings) {
        Stream<SourceSet.Entry> environments = sources.list(Workspace.ENVIRONMENTS, findings).stream()
                .filter(entry -> !entry.path().equals(Workspace.GENERATED) && !isRelease(entry.path()));
        return Stream.concat(environments, sources.list(PROFILES, findings).stream())
                .map(SourceSet.Entry::path)
                .toList();
    }

    /** What the file says beside its layers, typed; the layers in it are read apart, as patches. */
    private Optional<Mapping> facts(Mapping document, Shape shape, Findings findings) {
        return new ShapeReader(shape, Reading.SOURCE, findings)
                .leaving(shapes.repo())
                .read(document)
                .map(Mapping.class::cast);
    }

    private static List<Mapping.Entry> members(Mapping document, String group) {
        List<Mapping.Entry> found = new ArrayList<>();
        document.mapping(group)
                .ifPresent(members -> members.forEach(member -> {
                    if (member.value() instanceof Mapping) {
                        found.add(member);
                    }
                }));
        return found;
    }

    private static Set<String> environmentNames(Mapping facts) {
        Map<String, Boolean> names = new LinkedHashMap<>();
        facts.sequence("environments").ifPresent(list -> list.items().forEach(item -> {
            if (item instanceof Scalar name) {
                names.put(name.text(), true);
            }
        }));
        return names.keySet();
    }

    private static boolean isMisnamed(SourcePath due, List<SourceSet.Entry> files) {
        return files.stream()
                .filter(StraySources::looksLikeSource)
                .anyMatch(file -> file.path().stem().equalsIgnoreCase(due.stem()));
    }

    private Map<String, Mapping> environments(
            List<SourceSet.Entry> files,
            Set<String> names,
            boolean baseIsGood,
            Workspace.Builder workspace,
            Findings findings) {
        Map<String, Mapping> typed = new LinkedHashMap<>();
        StraySources strays = new StraySources(files, findings);
        for (SourceSet.Entry entry : files) {
            SourcePath file = entry.path();
            Set<String> due = new LinkedHashSet<>(baseIsGood ? names : Set.of(file.stem()));
            due.add(Workspace.BASE.stem());
            if (file.equals(Workspace.BASE)
                    || isRelease(file)
                    || strays.tellMisspeltFolder(entry, PROFILES.fileName())
                    || strays.tellMisnamed(entry, due)
                    || !StraySources.looksLikeSource(entry)) {
                continue;
            }
            if (baseIsGood && !names.contains(file.stem())) {
                findings.add(stray(file, names));
            }
            if (!StraySources.isSource(entry)) {
                continue;
            }
            String name = file.stem();
            read(file, workspace, findings).ifPresent(document -> {
                LayeredDocument layered = new LayeredDocument(layers, findings);
                layered.defaults(document).ifPresent(layer -> workspace.environment(name, layer));
                members(document, "agents").forEach(agent -> layered.selectedDefaults(
                                (Mapping) agent.value(), "agent `" + agent.name() + "`")
                        .ifPresent(layer -> workspace.agentAt(agent.name(), name, layer)));
                facts(document, shapes.environment(), findings).ifPresent(facts -> typed.put(name, facts));
            });
        }
        return typed;
    }

    private Optional<Mapping> read(SourcePath file, Workspace.Builder workspace, Findings findings) {
        int before = findings.errorCount();
        Optional<Mapping> document = documents.read(file, findings);
        if (findings.errorCount() > before) {
            workspace.broken(file);
        }
        return document;
    }

    /** Of a file directly in {@code environments/}; no other place has releases. */
    private static boolean isRelease(SourcePath file) {
        return file.fileName().endsWith(".release.yaml");
    }

    private static Finding stray(SourcePath file, Set<String> names) {
        Finding finding = Finding.in(
                FindingCode.FLEET_UNKNOWN_ENVIRONMENT, file, "base.yaml lists no environment `" + file.stem() + "`");
        List<String> nearest = Suggestions.nearest(file.stem(), names);
        return nearest.isEmpty()
                ? finding.help("add `" + file.stem() + "` to `environments` in environments/base.yaml, or delete the"
                        + " file")
                : finding.help("rename it to " + file.parent().resolve(nearest.get(0) + ".yaml"));
    }

    private void profiles(
            List<SourceSet.Entry> files,
            Set<String> names,
            boolean baseIsGood,
            Workspace.Builder workspace,
            Findings findings) {
        StraySources strays = new StraySources(files, findings);
        for (SourceSet.Entry entry : files) {
            SourcePath file = entry.path();
            if (strays.tellMisnamed(entry, Set.of(file.stem())) || !StraySources.isSource(entry)) {
                continue;
            }
            String profile = file.stem();
            workspace.profileFile(profile, file);
            read(file, workspace, findings).ifPresent(document -> {
                LayeredDocument layered = new LayeredDocument(layers, findings);
                String owner = "profile `" + profile + "`";
                layered.selectedDefaults(document, owner).ifPresent(layer -> workspace.profile(profile, layer));
                for (Mapping.Entry part : members(document, "environments")) {
                    if (baseIsGood && !names.contains(part.name())) {
                        findings.add(unknownEnvironment(part.key(), names));
                    }
                    layered.selectedDefaults((Mapping) part.value(), owner)
                            .ifPresent(layer -> workspace.profileAt(profile, part.name(), layer));
                }
                facts(document, shapes.profile(), findings);
            });
        }
    }

    static Finding unknownEnvironment(Scalar name, Set<String> names) {
        Finding finding = Finding.at(
                        FindingCode.FLEET_UNKNOWN_ENVIRONMENT,
                        name.origin(),
                        "base.yaml lists no environment `" + name.text() + "`")
                .label("not listed");
        return Suggestions.help(finding, name.text(), names);
    }

    private static void checkAgents(Mapping environment, Fleet fleet, Findings findings) {
        environment
                .mapping("agents")
                .ifPresent(agents -> agents.forEach(entry -> {
                    if (!fleet.agents().containsKey(entry.name())) {
                        findings.add(Catalogue.unknownAgent(entry.key(), fleet));
                    }
                }));
    }

    static boolean isReserved(String environment) {
        return RESERVED.contains(environment);
    }
}
