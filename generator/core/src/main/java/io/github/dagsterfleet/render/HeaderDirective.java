package io.github.dagsterfleet.render;

import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateModel;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code <@header/>}: the comment that says who made the file and what to edit instead. In a file without a format of
 * ours it is the bare sentence, to stand behind a comment sign of the template's own.
 */
record HeaderDirective(Rendering rendering) implements TemplateDirectiveModel {
    @Override
    @SuppressWarnings("rawtypes") // the signature is FreeMarker's
    public void execute(
            Environment environment,
            Map parameters,
            TemplateModel[] loopVariables,
            @Nullable TemplateDirectiveBody body) {
        DirectiveCall.refuseExtras(rendering, "header", "", parameters, body);
        if (rendering.template().format().isPresent()) {
            CommentDirective.print(rendering, rendering.model().header());
        } else {
            rendering.writer().printComment(rendering.model().header(), DirectiveCall.line(rendering));
        }
    }
}
