package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import java.util.Collection;
import java.util.Optional;

/**
 * Puts in the values of {@code ${name}} after the fold: no expressions, no clock, no process environment; a doubled
 * dollar sign is a literal one. A scalar that is one reference takes the type of what it names. Unknown names and cycles are errors.
 */
public final class References {
    private final Scope scope;

    public References(Scope scope) {
        this.scope = scope;
    }

    /** What references may name, itself not resolved yet: looking a name up resolves what it finds. */
    public interface Scope {
        /** The value of a dotted name. */
        Optional<Node> find(String name);

        /** Every name there is, for suggestions. */
        Collection<String> names();
    }

    /** The same tree without references; what could not be resolved stays as written, with an error. */
    public Mapping resolve(Mapping merged, Findings findings) {
        throw new IllegalStateException("being written: " + scope + merged + findings);
    }
}
