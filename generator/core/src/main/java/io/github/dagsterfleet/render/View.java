package io.github.dagsterfleet.render;

import freemarker.template.TemplateModel;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;

/**
 * What a template holds of one node of the model. Views are made on every step of a path and forgotten, so they know
 * only their parent: path and shape are worked out when somebody asks.
 */
abstract sealed class View implements TemplateModel permits MappingView, SequenceView, ScalarView {
    private final Place place;

    View(Place place) {
        this.place = place;
    }

    /** The node behind the view. */
    abstract Node node();

    final Place place() {
        return place;
    }

    final Rendering rendering() {
        return place.rendering();
    }

    /** The view of the node of one model path. */
    static View of(Node node, Place place) {
        if (node instanceof Mapping mapping) {
            return new MappingView(mapping, place);
        }
        if (node instanceof Sequence sequence) {
            return new SequenceView(sequence, place);
        }
        place.rendering().reads().touched(node);
        return ScalarView.of((Scalar) node, place);
    }

    /** Where in the model a view stands. */
    sealed interface Place {
        Rendering rendering();

        /** As a template would write it: {@code locations[0].agent_queue}; empty for the model itself. */
        String path();

        Shape shape();

        /** The whole model. */
        record Top(Rendering rendering, Shape shape) implements Place {
            @Override
            public String path() {
                return "";
            }
        }

        /** A key's value. */
        record Below(MappingView parent, String key) implements Place {
            @Override
            public Rendering rendering() {
                return parent.rendering();
            }

            @Override
            public String path() {
                String above = parent.place().path();
                return above.isEmpty() ? key : above + "." + key;
            }

            @Override
            public Shape shape() {
                return parent.place().shape().below(key).orElse(Shape.UNTYPED);
            }
        }

        /** An item of a list, counted from 0. */
        record Item(SequenceView parent, int index) implements Place {
            @Override
            public Rendering rendering() {
                return parent.rendering();
            }

            @Override
            public String path() {
                return parent.place().path() + "[" + index + "]";
            }

            @Override
            public Shape shape() {
                return parent.place().shape().item();
            }
        }

        /** A key itself. */
        record Key(Below value) implements Place {
            @Override
            public Rendering rendering() {
                return value.rendering();
            }

            @Override
            public String path() {
                return value.path();
            }

            @Override
            public Shape shape() {
                return Shape.UNTYPED;
            }
        }
    }
}
