package io.github.dagsterfleet.render;

import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateModel;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code <@emit node=x/>}: a subtree in the file's format, at the tag's own column. */
record EmitDirective(Rendering rendering) implements TemplateDirectiveModel {
    @Override
    @SuppressWarnings("rawtypes") // the signature is FreeMarker's
    public void execute(
            Environment environment,
            Map parameters,
            TemplateModel[] loopVariables,
            @Nullable TemplateDirectiveBody body) {
        Object node = DirectiveCall.of(rendering, "emit", "node", parameters, body);
        if (node instanceof View view) {
            rendering.writer().emit(view.node(), DirectiveCall.line(rendering));
        } else {
            throw new Refused(Finding.at(
                            FindingCode.RENDER_FAILED,
                            rendering.here(),
                            "`<@emit>` takes a part of the model as `node`")
                    .label("not of the model")
                    .help("print what the template computes with an interpolation"));
        }
    }
}
