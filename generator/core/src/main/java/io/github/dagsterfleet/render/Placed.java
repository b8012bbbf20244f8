package io.github.dagsterfleet.render;

import freemarker.core.TemplateProcessingTracer.TracedElement;
import io.github.dagsterfleet.syntax.Scalar;

/**
 * One printed value, to be looked for when the text is read back.
 *
 * @param start where it begins in the text, a {@code char} offset
 * @param end the offset behind it
 * @param verbatim whether it stands inside of something else
 * @param element what printed it
 */
record Placed(int start, int end, Scalar value, boolean verbatim, TracedElement element) {}
