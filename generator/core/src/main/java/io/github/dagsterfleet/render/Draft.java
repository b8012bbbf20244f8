package io.github.dagsterfleet.render;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;

/** A rendered file that nobody has read back yet, and what it was made from. */
public final class Draft {
    private final Artifact artifact;
    private final TemplateFile template;
    private final List<Placed> placed;
    private final Reads reads;
    private final Model model;
    private final IntFunction<Optional<Span>> blame;

    /**
     * @param model what the template saw
     * @param blame finds the place in the template that printed the character at an offset
     */
    Draft(
            Artifact artifact,
            TemplateFile template,
            List<Placed> placed,
            Reads reads,
            Model model,
            IntFunction<Optional<Span>> blame) {
        this.artifact = artifact;
        this.template = template;
        this.placed = placed;
        this.reads = reads;
        this.model = model;
        this.blame = blame;
    }

    public Artifact artifact() {
        return artifact;
    }

    public SourcePath path() {
        return artifact.path();
    }

    public String text() {
        return artifact.text();
    }

    public Reads reads() {
        return reads;
    }

    /**
     * Reads the text back in its format, and makes sure that every printed value stands at its place with its type and
     * text. Not needed for bytes that were verified before.
     *
     * @return the file's tree; empty when it has no format, or, with an error, when its format refuses it
     */
    public Optional<Node> verify(Findings findings) {
        return template.format().flatMap(format -> {
            SourceText text = new SourceText(artifact.path(), artifact.text());
            Findings complaints = new Findings();
            Optional<Node> tree = format.read(text, complaints);
            complaints.list().stream()
                    .filter(Finding::isError)
                    .findFirst()
                    .ifPresent(complaint -> findings.add(unparseable(complaint, format.name())));
            tree.filter(root -> !complaints.hasErrors())
                    .ifPresent(root -> new Verification(template, text, findings).compare(root, placed));
            return tree;
        });
    }

    /** The values that were printed inside of a stretch of the text, in order. */
    public List<Scalar> values(int start, int end) {
        List<Scalar> values = new ArrayList<>();
        for (Placed value : placed) {
            if (value.start() >= start && value.end() <= end) {
                values.add(value.value());
            }
        }
        return values;
    }

    /** The entries of the contract of variables that the template could print. */
    public List<Mapping> variables() {
        return model.data()
                .mapping("env_set")
                .map(contract -> contract.mappings("variables"))
                .orElse(List.of());
    }

    /** Where in the template the character at an offset was printed. The template is run once more for that. */
    public Optional<Span> template(int offset) {
        return blame.apply(offset);
    }

    /**
     * Shows each line with a value that the template put together or set inside of other text, which no source has as it
     * stands there, and the place in the template.
     */
    public void linesPutTogether(BiConsumer<String, Span> seen) {
        String text = artifact.text();
        int shown = -1;
        for (Placed value : placed) {
            if (value.isPutTogether() && value.start() > shown) {
                int end = text.indexOf('\n', value.end());
                shown = end < 0 ? text.length() : end;
                seen.accept(
                        text.substring(text.lastIndexOf('\n', value.start() - 1) + 1, shown),
                        template.span(value.element()));
            }
        }
    }

    private Finding unparseable(Finding complaint, String format) {
        String message = "what this template prints is no " + format + ": " + complaint.message();
        return printed(complaint.site())
                .map(place -> Finding.at(FindingCode.RENDER_UNPARSEABLE, place, message)
                        .label("prints it"))
                .orElseGet(() -> Finding.in(FindingCode.RENDER_UNPARSEABLE, template.path(), message))
                .note("in the file it stands here", complaint.site());
    }

    /** Where in the template that was printed; behind the end of the file, what was printed last. */
    private Optional<Span> printed(Site site) {
        return site instanceof Site.InSpan in
                ? blame.apply(Math.min(in.span().start(), artifact.text().length() - 1))
                : Optional.empty();
    }

    /** Refuses drafts that would be one file; call it with everything that goes into one folder. */
    public static void refuseSamePaths(Collection<Draft> drafts, Findings findings) {
        Map<String, Draft> known = new HashMap<>();
        for (Draft draft : drafts) {
            Draft other = known.putIfAbsent(draft.path().caseFolded(), draft);
            if (other != null) {
                findings.add(Finding.in(
                                FindingCode.RENDER_SAME_PATH,
                                draft.template.path(),
                                "this template makes a file that another one makes too")
                        .note("the other template", new Site.InFile(other.template.path()))
                        .note("the file", new Site.InFile(draft.path()))
                        .help("rename one of the templates"));
            }
        }
        drafts.forEach(draft -> refuseFileAsFolder(draft, known, findings));
    }

    private static void refuseFileAsFolder(Draft draft, Map<String, Draft> known, Findings findings) {
        for (SourcePath folder = draft.path().parent(); !folder.equals(SourcePath.ROOT); folder = folder.parent()) {
            Draft file = known.get(folder.caseFolded());
            if (file != null) {
                findings.add(Finding.in(
                                FindingCode.RENDER_SAME_PATH,
                                draft.template.path(),
                                "this template makes a file below another file")
                        .note("the other template", new Site.InFile(file.template.path()))
                        .note("the file that is to be a folder too", new Site.InFile(file.path()))
                        .help("rename the project, or one of the templates"));
            }
        }
    }
}
