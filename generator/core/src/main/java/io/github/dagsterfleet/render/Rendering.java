package io.github.dagsterfleet.render;

import freemarker.core.Environment;
import freemarker.core.TemplateProcessingTracer;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.syntax.Format;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.Origin;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.Span;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One artifact while it is rendered: what is being executed, what was read and printed so far, and the limits. Used for
 * one artifact after the other.
 */
final class Rendering implements TemplateProcessingTracer {
    /** Elements of a template executed for one artifact; the sample's longest file takes 300. */
    static final int MOST_STEPS = 2_000_000;
    /** Elements within elements; a macro that calls itself gets here. */
    static final int DEEPEST = 300;

    private final ArtifactWriter writer = new ArtifactWriter(this);
    private final ReadLog reads;
    private TracedElement[] stack = new TracedElement[32];
    private int depth;
    private int steps;
    private @Nullable TemplateFile template;
    private @Nullable Model model;
    private View.@Nullable Place lastAbsent;

    Rendering(ReadLog reads) {
        this.reads = reads;
    }

    /** Begins the next artifact. */
    void begin(TemplateFile next, Model seen) {
        template = next;
        model = seen;
        depth = 0;
        steps = 0;
        lastAbsent = null;
        writer.reset();
        reads.reset();
    }

    ArtifactWriter writer() {
        return writer;
    }

    ReadLog reads() {
        return reads;
    }

    TemplateFile template() {
        if (template == null) {
            throw new IllegalStateException("nothing is being rendered");
        }
        return template;
    }

    /** What the template sees. */
    Model model() {
        if (model == null) {
            throw new IllegalStateException("nothing is being rendered");
        }
        return model;
    }

    /** The format that spells values here; refuses templates that have none. */
    Format format() {
        Optional<Format> format = template().format();
        if (format.isEmpty()) {
            throw new Refused(Finding.at(
                            FindingCode.RENDER_GLUED,
                            here(),
                            "a file of this name has no format that could spell a value")
                    .label("printed bare")
                    .help("print harmless text with `verbatim(…)`, or choose a name with a format, such as .yaml"));
        }
        return format.get();
    }

    @Override
    public void enterElement(Environment environment, TracedElement element) {
        if (depth == stack.length) {
            stack = Arrays.copyOf(stack, depth * 2);
        }
        stack[depth++] = element;
        if (depth > DEEPEST) {
            throw overLimit("nests more than " + DEEPEST + " deep");
        }
        if (++steps > MOST_STEPS) {
            throw overLimit("takes more than " + MOST_STEPS + " steps");
        }
    }

    @Override
    public void exitElement(Environment environment, TracedElement element) {
        depth--;
    }

    /** The innermost element being executed. */
    TracedElement element() {
        return stack[Math.max(0, depth - 1)];
    }

    /** Where in the template the innermost element stands. */
    Span here() {
        return template().span(element());
    }

    /** Why a computed value is there: its one source, or else the template. */
    Origin origin(List<Node> sources) {
        return sources.size() == 1
                ? sources.get(0).origin()
                : template().source().whole();
    }

    /** Remembers a place that the model may have but does not have here; FreeMarker tells later if that is wrong. */
    void absent(View.Place place) {
        lastAbsent = place;
    }

    /** The model path that was last looked up in vain; empty when none was. */
    String lastAbsent() {
        return lastAbsent == null ? "" : lastAbsent.path();
    }

    /** A template prints or uses what the model may have, but does not have here. */
    Finding undefined(Span place, String path) {
        Optional<String> key = model().keyOf(path);
        if (key.isPresent()) {
            return Finding.in(
                            FindingCode.RENDER_UNDEFINED,
                            new SourcePath(model().edit()),
                            "`" + key.get() + "` is missing, and a template needs it")
                    .note("it is needed here", place)
                    .help("add `" + key.get() + "` to " + model().edit() + ", or give the template a default with `!`");
        }
        return Finding.at(FindingCode.RENDER_UNDEFINED, place, "`" + path + "` has no value here")
                .label("no value")
                .help("give it a value in the sources, or a default with `!`, or ask for it with `??` first");
    }

    Refused unknownName(String name, String path, Collection<String> known) {
        Finding finding = Finding.at(
                        FindingCode.RENDER_UNKNOWN_NAME,
                        template().spanOf(here(), name),
                        "the model declares no `" + path + "`")
                .label("unknown name");
        return new Refused(Suggestions.help(finding, name, known));
    }

    Refused glued(String what, char neighbour) {
        return new Refused(Finding.at(
                        FindingCode.RENDER_GLUED, here(), "`" + neighbour + "` " + what + ", which has to stand alone")
                .label("glued")
                .help("join the parts inside one expression, as in `a + \"/\" + b`, or print harmless text with"
                        + " `verbatim(…)`"));
    }

    Refused cannotHold(List<Scalar> values) {
        return new Refused(values.stream().map(this::cannotHold).toList());
    }

    private Finding cannotHold(Scalar value) {
        return Finding.at(
                        FindingCode.RENDER_DOTENV_VALUE,
                        value.origin(),
                        "a " + format().name() + " file cannot hold this value")
                .label("no spelling for it")
                .note("it is printed here", here())
                .help("change the value, or leave it out in the template");
    }

    Refused overLimit(String what) {
        return new Refused(Finding.at(FindingCode.RENDER_LIMIT, here(), "this template " + what)
                .label("over the limit")
                .help("look for a loop or macro that does not end"));
    }
}
