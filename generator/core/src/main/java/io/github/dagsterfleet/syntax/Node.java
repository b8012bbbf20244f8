package io.github.dagsterfleet.syntax;

import io.github.dagsterfleet.text.Origin;
import io.github.dagsterfleet.text.Span;

/**
 * A piece of data and why it is there: a {@link Scalar}, a {@link Mapping} or a {@link Sequence}. Immutable. Equality is
 * that of {@link #sameValue}: origins do not count, nor does the order of keys.
 */
public sealed interface Node permits Scalar, Mapping, Sequence {
    /** A {@link Span} for what was read, a trace for what was merged or derived. */
    Origin origin();

    /** The same data with another origin at the top; what is below keeps its own. */
    Node withOrigin(Origin origin);

    /** In the user's words: {@code a mapping}, {@code a list}, {@code a text}, {@code a number} and so on. */
    String kind();

    /** The place a person should look at first. */
    default Span span() {
        return origin().span();
    }

    /** Typed equality of the data; {@code 8} and {@code "8"} differ. */
    default boolean sameValue(Node other) {
        return equals(other);
    }
}
