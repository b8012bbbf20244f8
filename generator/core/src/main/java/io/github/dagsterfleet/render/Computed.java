package io.github.dagsterfleet.render;

import freemarker.template.TemplateScalarModel;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.ScalarType;
import java.util.ArrayList;
import java.util.List;

/** A value that the template computed: a text joined from others, or a number. */
record Computed(String text, ScalarType type, List<Node> sources) implements Printed, TemplateScalarModel {
    /** Both texts as one. */
    static Computed of(Printed left, Printed right) {
        List<Node> sources = new ArrayList<>(left.sources());
        sources.addAll(right.sources());
        return new Computed(left.text() + right.text(), ScalarType.STRING, sources);
    }

    @Override
    public String getAsString() {
        return text;
    }

    @Override
    public void printTo(ArtifactWriter out) {
        out.printComputed(text, type, sources);
    }
}
