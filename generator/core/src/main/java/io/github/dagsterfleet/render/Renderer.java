package io.github.dagsterfleet.render;

import freemarker.core.Environment;
import freemarker.core.TemplateProcessingTracer;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Renders the templates of a set. Keeps its buffers from one artifact to the next, so it is for one thread; the set
 * behind it is shared.
 */
public final class Renderer {
    private final TemplateSet templates;
    private final boolean tracked;
    private final Rendering rendering;
    private final Map<String, TemplateModel> words;

    public Renderer(TemplateSet templates) {
        this(templates, true);
    }

    private Renderer(TemplateSet templates, boolean tracked) {
        this(templates, tracked, new Rendering(new ReadLog(tracked)));
    }

    private Renderer(TemplateSet templates, boolean tracked, Rendering rendering) {
        this.templates = templates;
        this.tracked = tracked;
        this.rendering = rendering;
        this.words = Map.of(
                "emit", new EmitDirective(rendering),
                "header", new HeaderDirective(rendering),
                "comment", new CommentDirective(rendering),
                "verbatim", new VerbatimMethod(rendering));
    }

    /** One for other templates that shares this one's buffers, so that it is for the same thread. */
    public Renderer of(TemplateSet others) {
        return new Renderer(others, tracked, rendering);
    }

    /** Notes no reads, and so misses documents that nothing printed. For measuring what noting costs. */
    public static Renderer untracked(TemplateSet templates) {
        return new Renderer(templates, false);
    }

    /**
     * Every artifact of a scope; a template that prints nothing makes none. With errors among the findings the drafts
     * are those that could be made.
     *
     * @param folder where the artifacts go
     * @param off output paths of templates that are turned off
     */
    public Rendered render(Scope scope, Model model, SourcePath folder, Collection<String> off, Findings findings) {
        ModelView view = new ModelView(model.data(), ModelShapes.of(scope), rendering, words);
        List<Draft> drafts = new ArrayList<>();
        int before = findings.errorCount();
        List<Reads> reads = new ArrayList<>();
        for (TemplateFile template : templates.of(scope)) {
            if (!off.contains(template.output())) {
                draft(scope, template, model, view, folder.resolve(template.output()), findings, reads)
                        .ifPresent(drafts::add);
            }
        }
        if (tracked && findings.errorCount() == before) {
            new Debts(scope, templates.of(scope), off).check(model.data(), reads, findings);
        }
        return new Rendered(drafts, reads);
    }

    private Optional<Draft> draft(
            Scope scope,
            TemplateFile template,
            Model model,
            ModelView view,
            SourcePath path,
            Findings findings,
            List<Reads> reads) {
        rendering.begin(template, model);
        List<Finding> failures = process(template, view, rendering);
        if (!failures.isEmpty()) {
            for (Finding failure : failures) {
                findings.add(failure.note("rendered for " + model.words(), new Site.InFile(path)));
            }
            return Optional.empty();
        }
        Reads made = rendering.reads().finish();
        reads.add(made);
        String text = rendering.writer().text();
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(new Draft(
                        new Artifact(path, text, template.path()),
                        template,
                        rendering.writer().placed(),
                        made,
                        model,
                        offset -> untracked(templates).blamed(scope, template, model, offset)));
    }

    private Optional<Span> blamed(Scope scope, TemplateFile template, Model model, int offset) {
        rendering.begin(template, model);
        Blame blame = new Blame(rendering, offset);
        process(template, new ModelView(model.data(), ModelShapes.of(scope), rendering, words), blame);
        return blame.found();
    }

    private List<Finding> process(TemplateFile template, ModelView view, TemplateProcessingTracer tracer) {
        try {
            Environment environment = template.parsed().createProcessingEnvironment(view, rendering.writer());
            environment.setTemplateProcessingTracer(tracer);
            environment.process();
            rendering.writer().end();
            return List.of();
        } catch (Refused refused) {
            return refused.findings();
        } catch (TemplateException failure) {
            return Failures.of(failure, rendering);
        } catch (StackOverflowError tooDeep) {
            return List.of(Finding.in(FindingCode.RENDER_LIMIT, template.path(), "this template nests without an end")
                    .help("look for a macro that calls itself"));
        } catch (IOException e) {
            throw new IllegalStateException("a buffer in memory fails", e);
        }
    }
}
