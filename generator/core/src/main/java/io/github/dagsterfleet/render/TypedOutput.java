package io.github.dagsterfleet.render;

import freemarker.core.MarkupOutputFormat;
import freemarker.template.TemplateModelException;
import io.github.dagsterfleet.syntax.ScalarType;
import java.io.Writer;
import java.util.List;

/**
 * FreeMarker's side of our formats: every value printed goes through the artifact's writer, which knows the file's format
 * and spells each as one complete scalar.
 */
final class TypedOutput extends MarkupOutputFormat<Printed> {
    static final TypedOutput INSTANCE = new TypedOutput();

    private TypedOutput() {}

    @Override
    public void output(Printed value, Writer out) throws TemplateModelException {
        value.printTo(artifact(out));
    }

    @Override
    public void output(String text, Writer out) throws TemplateModelException {
        artifact(out).printComputed(text, ScalarType.STRING, List.of());
    }

    private static ArtifactWriter artifact(Writer out) throws TemplateModelException {
        if (out instanceof ArtifactWriter artifact) {
            return artifact;
        }
        throw new TemplateModelException("A function returns its value and prints nothing.");
    }

    @Override
    public Printed concat(Printed left, Printed right) {
        return Computed.of(left, right);
    }

    @Override
    public Printed fromPlainTextByEscaping(String text) {
        return new Computed(text, ScalarType.STRING, List.of());
    }

    @Override
    public Printed fromMarkup(String text) throws TemplateModelException {
        throw new TemplateModelException("Nothing is markup here: the file's format spells every value.");
    }

    /** Absent, so that FreeMarker never falls back to the bare text of a value that has its own way to be printed. */
    @Override
    public String getSourcePlainText(Printed value) throws TemplateModelException {
        throw new TemplateModelException("This value can only be printed.");
    }

    @Override
    public String getMarkupString(Printed value) {
        return value.text();
    }

    @Override
    public String escapePlainText(String text) {
        return text;
    }

    @Override
    public boolean isEmpty(Printed value) {
        return value.text().isEmpty();
    }

    @Override
    public boolean isLegacyBuiltInBypassed(String name) {
        return false;
    }

    @Override
    public boolean isAutoEscapedByDefault() {
        return true;
    }

    @Override
    public String getName() {
        return "typed";
    }

    @Override
    public String getMimeType() {
        return "text/plain";
    }

    @Override
    public boolean isOutputFormatMixingAllowed() {
        return false;
    }
}
