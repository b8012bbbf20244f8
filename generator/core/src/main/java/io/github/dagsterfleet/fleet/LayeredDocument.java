package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.layer.LayerPatch;
import io.github.dagsterfleet.layer.LayerReader;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import java.util.Optional;
import java.util.Set;

/**
 * A file that holds facts and, under {@code defaults}, layers. The two are read apart: facts by their shape, layers as
 * patches with operators.
 */
final class LayeredDocument {
    private static final String DEFAULTS = "defaults";
    private static final Set<String> SELECTORS = Set.of("agent", "profiles", "environments");

    private final LayerReader layers;
    private final Findings findings;

    LayeredDocument(LayerReader layers, Findings findings) {
        this.layers = layers;
        this.findings = findings;
    }

    /** The layer under {@code defaults}, if there is one; of another kind, which the shape tells, it is broken. */
    Optional<SourceLayer> defaults(Mapping document) {
        Optional<Node> node = document.get(DEFAULTS);
        if (node.isEmpty()) {
            return Optional.empty();
        }
        if (!(node.get() instanceof Mapping defaults)) {
            Mapping nothing = Mapping.empty(node.get().origin());
            return Optional.of(new SourceLayer(document.span().path(), nothing, LayerPatch.EMPTY, true));
        }
        int before = findings.errorCount();
        var patch = layers.read(defaults, findings);
        return Optional.of(new SourceLayer(defaults.span().path(), defaults, patch, findings.errorCount() > before));
    }

    /** The layer under {@code defaults} of something that a selector chooses, which therefore can choose nothing. */
    Optional<SourceLayer> selectedDefaults(Mapping document, String owner) {
        Optional<SourceLayer> layer = defaults(document);
        layer.ifPresent(said -> {
            refuseSelectors(said.source(), owner, true);
            said.source().mapping("location").ifPresent(below -> refuseSelectors(below, owner, false));
            said.source()
                    .mapping("locations")
                    .ifPresent(locations -> locations.forEach(entry -> {
                        if (entry.value() instanceof Mapping location) {
                            refuseSelectors(location, owner, false);
                        }
                    }));
        });
        return layer;
    }

    private void refuseSelectors(Mapping said, String owner, boolean top) {
        for (Mapping.Entry entry : said.entries()) {
            if (SELECTORS.contains(entry.name()) && (top || !entry.name().equals("agent"))) {
                findings.add(Finding.at(
                                FindingCode.FLEET_SELECTOR_IN_SELECTED,
                                entry.key().origin(),
                                owner + " sets `" + entry.name() + "`, which decides whether " + owner
                                        + " is read at all")
                        .label("a selector")
                        .help("move `" + entry.name() + "` to the `defaults` of base.yaml or of an environment, to"
                                + " repo.yaml or to an overlay"));
            }
        }
    }
}
