package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.layer.Fold;
import io.github.dagsterfleet.layer.Folded;
import io.github.dagsterfleet.layer.Layer;
import io.github.dagsterfleet.layer.LayerPatch;
import io.github.dagsterfleet.layer.LayerStack;
import io.github.dagsterfleet.layer.References;
import io.github.dagsterfleet.layer.Trace;
import io.github.dagsterfleet.schema.Reading;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.schema.ShapeReader;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Folds, resolves and checks the facts of one repo in one environment. Safe for use by several threads. */
public final class TargetResolver implements Resolver {
    private final Workspace workspace;
    private final Shapes shapes;
    private final Fold fold;
    private final UnreadVars unread;
    private final Optional<Released> release;

    public TargetResolver(Workspace workspace, Shapes shapes, Fold fold) {
        this(workspace, shapes, fold, new UnreadVars());
    }

    /** @param unread is told which of {@code vars} references name */
    public TargetResolver(Workspace workspace, Shapes shapes, Fold fold, UnreadVars unread) {
        this(workspace, shapes, fold, unread, Optional.empty());
    }

    private TargetResolver(
            Workspace workspace, Shapes shapes, Fold fold, UnreadVars unread, Optional<Released> release) {
        this.workspace = workspace;
        this.shapes = shapes;
        this.fold = fold;
        this.unread = unread;
        this.release = release;
    }

    /**
     * One that shares what the layers of all repos come to, and whose targets render from a release. To be made of one whose
     * workspace is that of the tree over that of the release.
     */
    public TargetResolver ofOneRepo(Released from) {
        return new TargetResolver(workspace, shapes, fold.ofOneRepo(), unread, Optional.of(from));
    }

    /** One that shares what the layers of all repos come to; see {@link Fold#ofOneRepo()}. */
    public TargetResolver ofOneRepo() {
        return new TargetResolver(workspace, shapes, fold.ofOneRepo(), unread, release);
    }

    /** What the layers of this repo alone say in vain. To be asked for once every target of it is resolved. */
    public List<Finding> ownObservations() {
        return fold.ownObservations();
    }

    @Override
    public Resolution resolve(RepoSource repo, String environment) {
        Findings findings = new Findings();
        Selection selection = new Selection(workspace, fold, findings);
        Selection.Unselected unselected = Selection.unselected(workspace, repo, environment);
        if (repo.isBroken(environment) || unselected.all().stream().anyMatch(workspace::isBroken)) {
            return new Resolution.Withheld();
        }
        Mapping selectors = selection.fold(LayerStack.ofRepoSelectors(unselected.all()));
        if (!selection.includes(selectors, environment) && !findings.hasErrors()) {
            return new Resolution.Absent();
        }
        Optional<Agent> agent = selection.agent(selectors, repo);
        List<Layer> profiles = selection.profiles(selectors, environment);
        if (agent.isEmpty() || findings.hasErrors()) {
            return new Resolution.Resolved(Outcome.failed(findings));
        }
        List<Layer> lower = new ArrayList<>(unselected.lower());
        lower.addAll(workspace.agent(agent.get().name().text(), environment));
        lower.addAll(profiles);
        Order order = new Order(lower, unselected.higher());
        if (order.all().stream().anyMatch(workspace::isBroken)) {
            return new Resolution.Withheld();
        }
        return new Work(repo, workspace.fleet().environment(environment), order, findings)
                .resolution(agent.get(), selectors);
    }

    /** The layers of a target, those of a location's own profiles coming right after {@code lower}. */
    private record Order(List<Layer> lower, List<Layer> higher) {
        List<Layer> all() {
            return with(List.of());
        }

        List<Layer> with(List<Layer> between) {
            List<Layer> layers = new ArrayList<>(lower);
            layers.addAll(between);
            layers.addAll(higher);
            return layers;
        }
    }

    /** The folding of one target, whose findings are collected on the way. */
    private final class Work {
        private final RepoSource repo;
        private final Environment environment;
        private final Order order;
        private final Findings findings;
        private final Selection selection;
        private boolean folds = true;
        private final Set<Layer> profilesOfLocations = new LinkedHashSet<>();

        Work(RepoSource repo, Environment environment, Order order, Findings findings) {
            this.repo = repo;
            this.environment = environment;
            this.order = order;
            this.findings = findings;
            this.selection = new Selection(workspace, fold, findings);
        }

        /** A repo without any of its locations is as absent from the environment as one that says so itself. */
        Resolution resolution(Agent agent, Mapping selectors) {
            Mapping merged = merge(LayerStack.ofRepo(order.all()));
            ReferenceNames names = names(merged);
            Mapping facts = joined(checked(merged, names, shapes.repo()), merged, selectors);
            ReferenceNames known = names(facts);
            List<Location> locations = locations(known);
            List<Project> projects = projects(locations, known);
            checkOverlayNames();
            if (locations.isEmpty() && !repo.locationNames().isEmpty() && !findings.hasErrors()) {
                return new Resolution.Absent();
            }
            Outcome<Target> outcome = Outcome.of(
                    new Target(
                            workspace.fleet(),
                            repo.name(),
                            environment,
                            agent,
                            everyLayer(),
                            facts,
                            locations,
                            projects,
                            release),
                    findings);
            return new Resolution.Resolved(outcome);
        }

        private ReferenceNames names(Mapping facts) {
            return ReferenceNames.ofRepo(workspace.fleet(), environment, repo.nameScalar(), facts, unread);
        }

        /** The layers of the repo and of its locations, each once. */
        private List<Layer> everyLayer() {
            return order.with(List.copyOf(profilesOfLocations));
        }

        private static Mapping joined(Mapping facts, Mapping merged, Mapping selectors) {
            return facts.toBuilder().putAll(selectors).build(Trace.of(merged).joined(Trace.of(selectors)));
        }

        private List<Location> locations(ReferenceNames names) {
            List<Location> locations = new ArrayList<>();
            String e = environment.name().text();
            for (Scalar name : repo.locationNames()) {
                List<Layer> unselected =
                        Selection.unselected(workspace, repo, e).all();
                Mapping selectors = selection.fold(LayerStack.ofLocationSelectors(unselected, name.text()));
                if (!selection.includes(selectors, e)) {
                    continue;
                }
                List<Layer> ownProfiles = profilesOfItsOwn(selectors);
                List<Layer> own = order.with(ownProfiles);
                if (own.stream().anyMatch(workspace::isBroken)) {
                    continue;
                }
                Mapping merged = merge(LayerStack.ofLocation(own, name.text()));
                Mapping facts =
                        joined(checked(merged, names.inLocation(name, merged), shapes.location()), merged, selectors);
                profilesOfLocations.addAll(ownProfiles);
                locations.add(new Location(name, facts, facts.text("project").orElse(".")));
            }
            return locations;
        }

        /** The location's profiles; one that the repo names too is folded once, in the repo's place. */
        private List<Layer> profilesOfItsOwn(Mapping selectors) {
            return selection.profiles(selectors, environment.name().text()).stream()
                    .filter(layer -> !order.lower().contains(layer))
                    .toList();
        }

        private List<Project> projects(List<Location> locations, ReferenceNames names) {
            Map<String, List<Location>> byPath = new LinkedHashMap<>();
            locations.forEach(location -> byPath.computeIfAbsent(location.project(), path -> new ArrayList<>())
                    .add(location));
            List<Project> projects = new ArrayList<>();
            byPath.forEach((path, members) -> {
                Mapping merged = merge(LayerStack.ofProject(order.all(), path));
                projects.add(new Project(path, checked(merged, names, shapes.project()), members));
            });
            return projects;
        }

        private Mapping merge(LayerStack stack) {
            Folded folded = fold.fold(stack);
            findings.addAll(folded.findings());
            folds &= folded.findings().stream().noneMatch(Finding::isError);
            return folded.value();
        }

        /** References put in, and held against the shape; what only follows from another error is not told. */
        private Mapping checked(Mapping merged, ReferenceNames names, Shape shape) {
            References references = new References(names);
            Mapping facts = references.resolve(merged, findings);
            if (!folds) {
                return facts;
            }
            Findings misshapen = new Findings();
            Optional<Node> typed = new ShapeReader(shape, Reading.SOURCE, misshapen).read(facts);
            Set<Span> unresolved = references.unresolved();
            ReferredValues referred = new ReferredValues(facts, repo);
            misshapen.list().stream()
                    .filter(finding -> !(finding.site() instanceof Site.InSpan in && unresolved.contains(in.span())))
                    .forEach(finding -> findings.add(referred.traced(finding)));
            return typed.map(Mapping.class::cast).orElse(facts);
        }

        /** A layer above the repo's own may speak only of what the repo has. */
        private void checkOverlayNames() {
            List<String> known = repo.locationNames().stream().map(Scalar::text).toList();
            LayerPatch overlay = repo.overlay(environment.name().text()).patch();
            for (LayerPatch.Named location : overlay.locations().values()) {
                if (!known.contains(location.name().text())) {
                    findings.add(unknownLocation(location.name(), repo));
                }
            }
        }
    }

    static Finding unknownLocation(Scalar name, RepoSource repo) {
        Finding finding = Finding.at(
                        FindingCode.FLEET_UNKNOWN_LOCATION,
                        name.origin(),
                        "the overlay changes a location that repo.yaml doesn't declare")
                .label("not declared");
        List<String> known = repo.locationNames().stream().map(Scalar::text).toList();
        List<String> nearest = Suggestions.nearest(name.text(), known);
        if (nearest.isEmpty()) {
            return finding.help("declare `" + name.text() + "` below `locations` in "
                    + repo.repo().file() + ", or take it out here");
        }
        Scalar declared = repo.locationNames().stream()
                .filter(location -> location.text().equals(nearest.get(0)))
                .findFirst()
                .orElseThrow();
        return finding.note("the closest declared name is here", declared.origin())
                .help("rename it to `" + nearest.get(0) + "`, or declare `" + name.text() + "` in "
                        + repo.repo().file());
    }
}
