package io.github.dagsterfleet.render;

import freemarker.core.TemplateMarkupOutputModel;
import io.github.dagsterfleet.syntax.Node;
import java.util.List;

/**
 * What an interpolation prints by its own rules. FreeMarker turns every other value into bare text on the way to the
 * output; what says that it is markup arrives as it is, and so keeps its type.
 */
sealed interface Printed extends TemplateMarkupOutputModel<Printed> permits ScalarView, Computed, VerbatimText {
    /** Prints at the writer's place. */
    void printTo(ArtifactWriter out);

    /** The bare characters, for joining. */
    String text();

    /** The model's values that this was made from; empty when only the reads before it can tell. */
    List<Node> sources();

    @Override
    default TypedOutput getOutputFormat() {
        return TypedOutput.INSTANCE;
    }
}
