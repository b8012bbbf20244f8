package io.github.dagsterfleet.render;

import freemarker.template.TemplateMethodModelEx;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import java.util.List;

/** {@code verbatim(x)}: the one way to print a value inside of other text, for harmless characters only. */
record VerbatimMethod(Rendering rendering) implements TemplateMethodModelEx {
    @Override
    @SuppressWarnings("rawtypes") // the signature is FreeMarker's
    public VerbatimText exec(List arguments) throws TemplateModelException {
        if (arguments.size() != 1) {
            throw refused("`verbatim` takes one value", "here");
        }
        Object argument = arguments.get(0);
        if (argument == null) {
            throw DirectiveCall.undefined(rendering);
        }
        if (argument instanceof Printed printed) {
            return harmless(new VerbatimText(printed.text(), printed.sources()));
        }
        if (argument instanceof TemplateScalarModel scalar) {
            return harmless(new VerbatimText(scalar.getAsString(), List.of()));
        }
        throw new Refused(Finding.at(
                        FindingCode.RENDER_NOT_A_SCALAR, rendering.here(), "`verbatim` takes a value that is a scalar")
                .label("not a scalar"));
    }

    private VerbatimText harmless(VerbatimText text) {
        if (VerbatimText.isHarmless(text.text())) {
            return text;
        }
        throw refused("`verbatim` prints only letters, digits and `._/@:+-`", "holds other characters");
    }

    private Refused refused(String message, String label) {
        return new Refused(Finding.at(FindingCode.RENDER_VERBATIM, rendering.here(), message)
                .label(label));
    }
}
