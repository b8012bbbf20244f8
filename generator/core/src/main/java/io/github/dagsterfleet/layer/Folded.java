package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.syntax.Mapping;
import java.util.List;

/**
 * What a stack folds to. Every node's origin is a {@link Trace}. References are not resolved yet. With findings the
 * value is what stood after leaving each mistake out, good enough to look for more mistakes, never to be rendered.
 */
public record Folded(Mapping value, List<Finding> findings) {
    public Folded {
        findings = List.copyOf(findings);
    }

    public boolean failed() {
        return !findings.isEmpty();
    }
}
