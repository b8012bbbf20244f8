package io.github.dagsterfleet.render;

import io.github.dagsterfleet.syntax.Node;
import java.util.List;

/**
 * What the templates of one scope made of one model.
 *
 * @param drafts in the order of the templates' paths
 * @param reads of every template that ran, also of those that printed nothing
 */
public record Rendered(List<Draft> drafts, List<Reads> reads) {
    public Rendered {
        drafts = List.copyOf(drafts);
        reads = List.copyOf(reads);
    }

    /** Whether some template read the value: see {@link Reads#include}. */
    public boolean read(Node node) {
        for (Reads some : reads) {
            if (some.include(node)) {
                return true;
            }
        }
        return false;
    }
}
