package io.github.dagsterfleet.render;

import freemarker.core.Environment;
import freemarker.core.TemplateNumberFormat;
import freemarker.core.TemplateNumberFormatFactory;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNumberModel;
import io.github.dagsterfleet.syntax.ScalarType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Keeps numbers numbers on their way to the output, where FreeMarker would make texts of them. */
final class TypedNumbers extends TemplateNumberFormatFactory {
    /** The name under which the configuration knows this format. */
    static final String NAME = "typed";

    private static final TemplateNumberFormat FORMAT = new Format();

    @Override
    public TemplateNumberFormat get(String parameters, Locale locale, Environment environment) {
        return FORMAT;
    }

    private static final class Format extends TemplateNumberFormat {
        @Override
        public Object format(TemplateNumberModel number) throws TemplateModelException {
            return number instanceof Printed printed ? printed : computed(number);
        }

        private static Printed computed(TemplateNumberModel number) throws TemplateModelException {
            String text = formatNumber(number.getAsNumber());
            ScalarType type = text.indexOf('.') < 0 ? ScalarType.INTEGER : ScalarType.FLOAT;
            return new Computed(text, type, List.of());
        }

        private static String formatNumber(Number number) {
            return number instanceof BigDecimal decimal
                    ? decimal.stripTrailingZeros().toPlainString()
                    : new BigDecimal(number.toString()).toPlainString();
        }

        @Override
        public String formatToPlainText(TemplateNumberModel number) throws TemplateModelException {
            return number instanceof Printed printed ? printed.text() : formatNumber(number.getAsNumber());
        }

        @Override
        public boolean isLocaleBound() {
            return false;
        }

        @Override
        public String getDescription() {
            return "the file's own number format";
        }
    }
}
