package io.github.dagsterfleet.render;

import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import freemarker.template.TemplateScalarModel;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import java.math.BigDecimal;
import java.util.List;

/** One value as a template sees it: printed as it is, its type kept; read as FreeMarker's text, number or boolean. */
abstract sealed class ScalarView extends View implements Printed {
    private final Scalar scalar;

    private ScalarView(Scalar scalar, Place place) {
        super(place);
        this.scalar = scalar;
    }

    static ScalarView of(Scalar scalar, Place place) {
        return switch (scalar.type()) {
            case INTEGER, FLOAT -> new NumberView(scalar, place);
            case BOOLEAN -> new BooleanView(scalar, place);
            case STRING, DATETIME, NULL, AMBIGUOUS -> new TextView(scalar, place);
        };
    }

    @Override
    final Node node() {
        return scalar;
    }

    @Override
    public final void printTo(ArtifactWriter out) {
        out.print(scalar);
    }

    @Override
    public final String text() {
        return scalar.text();
    }

    @Override
    public final List<Node> sources() {
        return List.of(scalar);
    }

    final String read() {
        rendering().reads().read(scalar);
        return scalar.text();
    }

    private static final class TextView extends ScalarView implements TemplateScalarModel {
        private TextView(Scalar scalar, Place place) {
            super(scalar, place);
        }

        @Override
        public String getAsString() {
            return read();
        }
    }

    private static final class NumberView extends ScalarView implements TemplateNumberModel {
        private NumberView(Scalar scalar, Place place) {
            super(scalar, place);
        }

        @Override
        public Number getAsNumber() throws TemplateModelException {
            try {
                return new BigDecimal(read());
            } catch (NumberFormatException notFinite) {
                throw new TemplateModelException("`" + place().path() + "` is no number to count with.");
            }
        }
    }

    private static final class BooleanView extends ScalarView implements TemplateBooleanModel {
        private BooleanView(Scalar scalar, Place place) {
            super(scalar, place);
        }

        @Override
        public boolean getAsBoolean() {
            return read().equals("true");
        }
    }
}
