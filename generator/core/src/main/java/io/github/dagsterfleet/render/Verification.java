package io.github.dagsterfleet.render;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.text.SourceText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares what was printed with what a reader reads at the very same places. */
final class Verification {
    private final TemplateFile template;
    private final SourceText text;
    private final Findings findings;

    Verification(TemplateFile template, SourceText text, Findings findings) {
        this.template = template;
        this.text = text;
        this.findings = findings;
    }

    /** Every printed value, but what stands inside of something else, must be a scalar of the tree. */
    void compare(Node root, List<Placed> placed) {
        Scalar[] byStart = new Scalar[text.content().length() + 1];
        collect(root, byStart);
        for (Placed value : placed) {
            Scalar read = byStart[value.start()];
            boolean sound =
                    value.isVerbatim() ? standsInside(read, value) : read != null && isSame(read, value.value());
            if (!sound) {
                findings.add(misread(value, read));
            }
        }
    }

    private static void collect(Node node, Scalar[] byStart) {
        if (node instanceof Scalar scalar) {
            byStart[scalar.span().start()] = scalar;
        } else if (node instanceof Sequence sequence) {
            for (Node item : sequence.items()) {
                collect(item, byStart);
            }
        } else if (node instanceof Mapping mapping) {
            for (Mapping.Entry entry : mapping.entries()) {
                collect(entry.key(), byStart);
                collect(entry.value(), byStart);
            }
        }
    }

    private static boolean isSame(Scalar read, Scalar printed) {
        return read.equals(printed) || read.canonical().equals(printed.canonical());
    }

    /** Verbatim text that fills a whole value was not quoted, so it must be one that needs no quotes. */
    private static boolean standsInside(@Nullable Scalar read, Placed value) {
        return read == null || read.span().end() != value.end() || read.isString();
    }

    private Finding misread(Placed value, @Nullable Scalar read) {
        String what = read == null ? "no value of its own" : read.kind();
        String printed = value.isVerbatim() ? "verbatim text" : value.value().kind();
        return Finding.at(
                        FindingCode.RENDER_MISREAD,
                        template.span(value.element()),
                        "what is printed here as " + printed + " is read back as " + what)
                .label("misread")
                .note("in the file it stands here", text.span(value.start(), value.end()))
                .note("the value comes from here", value.value().origin())
                .help("print it where a value stands alone, outside of any block of text");
    }
}
