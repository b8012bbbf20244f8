package io.github.dagsterfleet.render;

import freemarker.core.Environment;
import freemarker.core.TemplateProcessingTracer;
import io.github.dagsterfleet.text.Span;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place in a template that prints a character of its artifact. The template is run once more for that, because
 * only an error is worth it.
 */
final class Blame implements TemplateProcessingTracer {
    private final Rendering rendering;
    private final int offset;
    /** How much was printed when the element that is being executed began. */
    private int start;

    private @Nullable Span found;

    /** @param offset of the character in the artifact */
    Blame(Rendering rendering, int offset) {
        this.rendering = rendering;
        this.offset = offset;
    }

    /** Empty until the character was printed. */
    Optional<Span> found() {
        return Optional.ofNullable(found);
    }

    @Override
    public void enterElement(Environment environment, TracedElement element) {
        rendering.enterElement(environment, element);
        start = rendering.writer().length();
    }

    @Override
    public void exitElement(Environment environment, TracedElement element) {
        int end = rendering.writer().length();
        if (found == null && end > offset) {
            found = place(element, rendering.writer().text(start, end));
        }
        rendering.exitElement(environment, element);
        start = end;
    }

    /** Of static text the rest of its line; it is printed as it stands, but for blank ends that belong to tags beside it. */
    private Span place(TracedElement element, String printed) {
        Span whole = rendering.template().span(element);
        int at = whole.content().indexOf(printed);
        if (at < 0 || offset < start) {
            return whole;
        }
        int from = whole.start() + at + offset - start;
        int lineEnd = rendering.template().source().content().indexOf('\n', from);
        int to = lineEnd < 0 ? whole.end() : Math.min(lineEnd, whole.end());
        return whole.text().span(from, Math.max(from, to));
    }
}
