package io.github.dagsterfleet.render;

import freemarker.template.TemplateDirectiveBody;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.text.Span;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What our directives have in common: one parameter at most, no content, a line that may be their own. */
final class DirectiveCall {
    private DirectiveCall() {}

    /** The value of the directive's one parameter. */
    static Object of(
            Rendering rendering,
            String directive,
            String parameter,
            Map<?, ?> given,
            @Nullable TemplateDirectiveBody body) {
        refuseExtras(rendering, directive, parameter, given, body);
        Object value = given.get(parameter);
        if (value != null) {
            return value;
        }
        if (given.containsKey(parameter)) {
            throw undefined(rendering);
        }
        throw misused(rendering, "`<@" + directive + ">` needs `" + parameter + "=…`");
    }

    /** Refuses content and every parameter but the named one. */
    static void refuseExtras(
            Rendering rendering,
            String directive,
            String parameter,
            Map<?, ?> given,
            @Nullable TemplateDirectiveBody body) {
        if (body != null) {
            throw misused(rendering, "`<@" + directive + ">` has no content");
        }
        for (Object name : given.keySet()) {
            if (!name.equals(parameter)) {
                throw misused(rendering, "`<@" + directive + ">` has no parameter `" + name + "`");
            }
        }
    }

    /** The line of the tag that is being executed. */
    static OwnLine line(Rendering rendering) {
        Span tag = rendering.here();
        return OwnLine.of(rendering.template().source(), tag.start(), tag.end());
    }

    /** The parameter's expression has no value. */
    static Refused undefined(Rendering rendering) {
        return new Refused(rendering.undefined(rendering.here(), rendering.lastAbsent()));
    }

    private static Refused misused(Rendering rendering, String message) {
        return new Refused(
                Finding.at(FindingCode.RENDER_FAILED, rendering.here(), message).label("here"));
    }
}
