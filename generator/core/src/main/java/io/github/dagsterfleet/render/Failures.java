package io.github.dagsterfleet.render;

import freemarker.core.InvalidReferenceException;
import freemarker.core.NonStringException;
import freemarker.core.NonStringOrTemplateOutputException;
import freemarker.core.StopException;
import freemarker.template.TemplateException;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.text.Span;
import java.util.List;
import java.util.Locale;

/** What went wrong in a running template, in the user's words. */
final class Failures {
    private Failures() {}

    /** Turns whatever FreeMarker threw into findings, in the template unless a value is at fault. */
    static List<Finding> of(TemplateException failure, Rendering rendering) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof Refused refused) {
                return refused.findings();
            }
        }
        return List.of(ofItsOwn(failure, rendering));
    }

    private static Finding ofItsOwn(TemplateException failure, Rendering rendering) {
        Span place = place(failure, rendering);
        if (failure instanceof InvalidReferenceException) {
            return rendering.undefined(place, path(failure, rendering));
        }
        if (failure instanceof NonStringException || failure instanceof NonStringOrTemplateOutputException) {
            return Finding.at(FindingCode.RENDER_NOT_A_SCALAR, place, "this is no scalar and cannot be printed as one")
                    .label("not a scalar")
                    .help("write the whole of it with `<@emit node=" + place.content() + "/>`");
        }
        if (failure.getMessageWithoutStackTop().contains("boolean_format")) {
            return Finding.at(FindingCode.RENDER_NOT_A_SCALAR, place, "a computed condition cannot be printed")
                    .label("true or false")
                    .help("choose what to print with `?then(…, …)`");
        }
        String message =
                failure instanceof StopException ? stopped(failure) : headline(failure.getMessageWithoutStackTop());
        return Finding.at(FindingCode.RENDER_FAILED, place, message).label("fails here");
    }

    /** The model's path where it is known; else the expression, which may name the template's own variables. */
    private static String path(TemplateException failure, Rendering rendering) {
        String blamed = String.valueOf(failure.getBlamedExpressionString());
        String absent = rendering.lastAbsent();
        String name = blamed.substring(blamed.lastIndexOf('.') + 1);
        return absent.endsWith(name) ? absent : blamed;
    }

    private static Span place(TemplateException failure, Rendering rendering) {
        Integer line = failure.getLineNumber();
        Integer column = failure.getColumnNumber();
        Integer endLine = failure.getEndLineNumber();
        Integer endColumn = failure.getEndColumnNumber();
        if (line == null || column == null || endLine == null || endColumn == null) {
            return rendering.template().source().span(0, 0);
        }
        return TemplateFile.span(rendering.template().source(), line, column, endLine, endColumn);
    }

    private static String stopped(TemplateException failure) {
        String said = failure.getMessageWithoutStackTop();
        return said == null || said.isBlank() ? "the template stops" : "the template stops: " + said.strip();
    }

    /** FreeMarker's first sentence, without its tips, its class names and its capital letter. */
    static String headline(String message) {
        int end = message.indexOf('\n');
        String first = (end < 0 ? message : message.substring(0, end)).strip();
        int wrapper = first.indexOf(" (wrapper:");
        if (wrapper >= 0) {
            int close = first.indexOf(')', wrapper);
            first = first.substring(0, wrapper) + (close < 0 ? "" : first.substring(close + 1));
        }
        while (first.endsWith(":") || first.endsWith(".")) {
            first = first.substring(0, first.length() - 1);
        }
        return first.isEmpty()
                ? "the template fails"
                : first.substring(0, 1).toLowerCase(Locale.ROOT) + first.substring(1);
    }
}
