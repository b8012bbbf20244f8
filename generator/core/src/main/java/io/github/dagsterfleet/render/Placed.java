package io.github.dagsterfleet.render;

import freemarker.core.TemplateProcessingTracer.TracedElement;
import io.github.dagsterfleet.syntax.Scalar;

/**
 * One printed value, to be looked for when the text is read back.
 *
 * @param start where it begins in the text, a {@code char} offset
 * @param end the offset behind it
 * @param element what printed it
 */
record Placed(int start, int end, Scalar value, Making making, TracedElement element) {
    /** How a value came to be what stands there. */
    enum Making {
        /** As the sources have it, a value of its own. */
        SAID,
        /** Put together by the template, and a value of its own. */
        COMPUTED,
        /** Characters inside of something else. */
        VERBATIM
    }

    boolean isVerbatim() {
        return making == Making.VERBATIM;
    }

    /** Whether more than the value stands there, or another one than the sources have. */
    boolean isPutTogether() {
        return making != Making.SAID;
    }
}
