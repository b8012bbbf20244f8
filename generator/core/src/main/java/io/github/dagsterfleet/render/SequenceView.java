package io.github.dagsterfleet.render;

import freemarker.template.TemplateModel;
import freemarker.template.TemplateSequenceModel;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Sequence;
import org.jspecify.annotations.Nullable;

/** A list as a template sees it. */
final class SequenceView extends View implements TemplateSequenceModel {
    private final Sequence sequence;

    SequenceView(Sequence sequence, Place place) {
        super(place);
        this.sequence = sequence;
    }

    @Override
    Node node() {
        return sequence;
    }

    @Override
    public @Nullable TemplateModel get(int index) {
        Place item = new Place.Item(this, index);
        if (index < 0 || index >= sequence.items().size()) {
            rendering().absent(item);
            return null;
        }
        return of(sequence.items().get(index), item);
    }

    @Override
    public int size() {
        rendering().reads().container(sequence);
        return sequence.items().size();
    }
}
