package io.github.dagsterfleet.render;

import freemarker.core.Environment;
import freemarker.template.TemplateDirectiveBody;
import freemarker.template.TemplateDirectiveModel;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateScalarModel;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code <@comment text=x/>}: lines that no reader of the file takes for data. */
record CommentDirective(Rendering rendering) implements TemplateDirectiveModel {
    @Override
    @SuppressWarnings("rawtypes") // the signature is FreeMarker's
    public void execute(
            Environment environment,
            Map parameters,
            TemplateModel[] loopVariables,
            @Nullable TemplateDirectiveBody body)
            throws TemplateModelException {
        Object text = DirectiveCall.of(rendering, "comment", "text", parameters, body);
        if (text instanceof Printed printed) {
            rendering.reads().computed(printed.sources());
            print(rendering, printed.text());
        } else if (text instanceof TemplateScalarModel scalar) {
            String characters = scalar.getAsString();
            rendering.reads().computed(List.of());
            print(rendering, characters);
        } else {
            throw new Refused(Finding.at(FindingCode.RENDER_NOT_A_SCALAR, rendering.here(), "a comment is a text")
                    .label("not a text"));
        }
    }

    /** Prints the text as a comment at the tag's own column. */
    static void print(Rendering rendering, String text) {
        OwnLine line = DirectiveCall.line(rendering);
        ArtifactWriter out = rendering.writer();
        int column = out.column(line);
        String lines = rendering
                .format()
                .comment(text, column)
                .orElseThrow(() -> new Refused(Finding.at(
                                FindingCode.RENDER_FORBIDDEN,
                                rendering.here(),
                                rendering.format().name() + " has no comments")
                        .label("a comment")
                        .help("delete the tag")));
        out.printComment(lines, line);
    }
}
