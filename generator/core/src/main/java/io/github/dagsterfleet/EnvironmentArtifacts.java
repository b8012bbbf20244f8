package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Environment;
import io.github.dagsterfleet.fleet.Fleet;
import io.github.dagsterfleet.fleet.Released;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.release.EnvironmentPins;
import io.github.dagsterfleet.render.Draft;
import io.github.dagsterfleet.render.Renderer;
import io.github.dagsterfleet.render.Scope;
import io.github.dagsterfleet.render.TemplateModels;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is rendered for environments that is no repo's, each from the tree or from its release. */
final class EnvironmentArtifacts {
    private final Renderers renderers;
    private final Workspace workspace;
    private final DeployPlans plans;
    private final List<Draft> drafts = new ArrayList<>();
    private final Set<String> kept = new LinkedHashSet<>();
    private final Set<String> notReleased = new LinkedHashSet<>();
    private final List<Finding> unrendered = new ArrayList<>();

    EnvironmentArtifacts(Renderers renderers, Workspace workspace, DeployPlans plans) {
        this.renderers = renderers;
        this.workspace = workspace;
        this.plans = plans;
    }

    /** @param findings takes what is wrong with what the tree says */
    void render(Findings findings) {
        for (Environment environment : workspace.fleet().environments().values()) {
            String name = environment.name().text();
            Findings own = new Findings();
            EnvironmentPins.Source source = renderers
                    .environments()
                    .map(pins -> pins.of(name, own))
                    .orElseGet(EnvironmentPins.Source.Tree::new);
            if (source instanceof EnvironmentPins.Source.Tree) {
                drafts.addAll(render(workspace.fleet(), environment, renderers.ofTree(), findings));
            } else if (source instanceof EnvironmentPins.Source.OfRelease from) {
                List<Draft> made = render(from, name, own);
                unrendered.addAll(own.list());
                if (own.hasErrors()) {
                    kept.add(name);
                } else {
                    drafts.addAll(made);
                }
            } else if (source instanceof EnvironmentPins.Source.Unknown) {
                unrendered.addAll(own.list());
                kept.add(name);
            } else if (!render(workspace.fleet(), environment, renderers.ofTree(), new Findings())
                    .isEmpty()) {
                notReleased.add(name);
            }
        }
    }

    private List<Draft> render(EnvironmentPins.Source.OfRelease from, String name, Findings findings) {
        Optional<Released> release = Optional.of(from.release());
        Findings own = new Findings();
        List<Draft> made = renderers
                .of(release, own)
                .map(renderer -> render(from.fleet(), from.fleet().environment(name), renderer, own))
                .orElse(List.of());
        findings.addAll(Released.told(own.list(), release));
        return made;
    }

    private List<Draft> render(Fleet fleet, Environment environment, Renderer renderer, Findings findings) {
        return renderer.render(
                        Scope.ENVIRONMENT,
                        TemplateModels.environment(fleet, environment, plans.in(environment)),
                        Workspace.GENERATED.resolve(environment.name().text()),
                        Set.of(),
                        findings)
                .drafts();
    }

    List<Draft> drafts() {
        return drafts;
    }

    /** The environments whose files stay as they are. */
    Set<String> kept() {
        return kept;
    }

    /** The environments for which there would be files, had they been promoted. */
    Set<String> notReleased() {
        return notReleased;
    }

    /** What is wrong with releases whose files stay as they are. */
    List<Finding> unrendered() {
        return unrendered;
    }
}
