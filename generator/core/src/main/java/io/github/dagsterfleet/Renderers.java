package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.fleet.Project;
import io.github.dagsterfleet.fleet.Released;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.release.EnvironmentPins;
import io.github.dagsterfleet.release.Pins;
import io.github.dagsterfleet.render.Renderer;
import io.github.dagsterfleet.render.Scope;
import io.github.dagsterfleet.render.TemplateSet;
import io.github.dagsterfleet.text.SourcePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The renderers of one run, of the tree's templates and of those of releases. A renderer serves one thread at a time; the
 * buffers of one are worth keeping, and serve all templates of its thread.
 */
final class Renderers {
    private final TemplateSet tree;
    private final Optional<Pins> pins;
    private final ThreadLocal<Renderer> ofThread;

    /** @param pins empty where every environment renders from the tree */
    Renderers(TemplateSet tree, Optional<Pins> pins) {
        this(tree, pins, Renderer::new);
    }

    /** @param made what renders the templates of the tree */
    Renderers(TemplateSet tree, Optional<Pins> pins, Function<TemplateSet, Renderer> made) {
        this.tree = tree;
        this.pins = pins;
        this.ofThread = ThreadLocal.withInitial(() -> made.apply(tree));
    }

    /** Where environments render from releases: what tells which. */
    Optional<EnvironmentPins> environments() {
        return pins.map(EnvironmentPins::new);
    }

    Renderer ofTree() {
        return ofThread.get();
    }

    /** What renders a release, or the tree; empty, with findings, where its templates are broken. */
    Optional<Renderer> of(Optional<Released> release, Findings findings) {
        if (release.isEmpty()) {
            return Optional.of(ofTree());
        }
        Outcome<TemplateSet> templates = pins.orElseThrow().releases().templates(release.get());
        findings.addAll(templates.findings());
        return templates.value().map(ofThread.get()::of);
    }

    /** The files of a target's projects, relative to the {@code generated} folder; of all templates that there are or were. */
    Set<String> ofProjects(Target target) {
        Set<String> files = new TreeSet<>();
        SourcePath folder = new SourcePath(target.environment().name().text());
        List<TemplateSet> sets = new ArrayList<>(List.of(tree));
        target.release()
                .flatMap(release ->
                        pins.orElseThrow().releases().templates(release).value())
                .ifPresent(sets::add);
        for (Project project : target.projects()) {
            SourcePath place = project.below(folder);
            sets.forEach(set -> set.outputs(Scope.PROJECT_AT_ENVIRONMENT)
                    .forEach(file -> files.add(place.resolve(file).value())));
        }
        return files;
    }
}
