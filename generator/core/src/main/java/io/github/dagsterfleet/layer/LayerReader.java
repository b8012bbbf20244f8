package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.syntax.Mapping;

/** Reads a source's tree as patches: types scalars, expands shorthand, refuses unknown keys, recognises operators. */
public final class LayerReader {
    private final Shape repo;

    /** @param repo the shape of {@code repo.yaml}, which every {@code defaults} has */
    public LayerReader(Shape repo) {
        this.repo = repo;
    }

    /** What could be read; with errors among the findings the layer must not be folded. */
    public LayerPatch read(Mapping source, Findings findings) {
        throw new IllegalStateException("being written: " + repo + source + findings);
    }
}
