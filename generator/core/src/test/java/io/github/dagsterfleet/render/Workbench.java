package io.github.dagsterfleet.render;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.source.MemorySources;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.yaml.YamlFormat;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Renders one template over a model written in YAML. */
final class Workbench {
    static final SourcePath FOLDER = new SourcePath("repos/analytics/generated/dev");

    private Workbench() {}

    /** What one run of the template in {@code repo@environment} gives. */
    record Result(List<Draft> drafts, List<Reads> reads, List<Finding> findings) {
        String text() {
            if (!findings.isEmpty()) {
                throw new AssertionError(findings);
            }
            return drafts.isEmpty() ? "" : drafts.get(0).text();
        }

        /** {@code code at line:column}, of the only finding. */
        String only() {
            if (findings.size() != 1) {
                throw new AssertionError(findings);
            }
            return at(findings.get(0));
        }

        List<String> verified() {
            Findings complaints = new Findings();
            drafts.forEach(draft -> draft.verify(complaints));
            return complaints.list().stream().map(Workbench::at).toList();
        }
    }

    static String at(Finding finding) {
        String place = finding.site() instanceof Site.InSpan in
                ? in.span().toString()
                : finding.site().path().map(SourcePath::value).orElse("");
        return finding.code().id() + " at " + place.replaceAll("^templates/repo@environment/", "");
    }

    static Mapping yaml(String text) {
        return yaml("repos/analytics/repo.yaml", text);
    }

    static Mapping yaml(String path, String text) {
        Findings findings = new Findings();
        Node node = YamlFormat.INSTANCE
                .read(new SourceText(new SourcePath(path), text), findings)
                .orElseThrow(() -> new AssertionError(findings.list()));
        return (Mapping) node;
    }

    static Outcome<TemplateSet> set(Map<String, String> templates) {
        return TemplateSet.of(MemorySources.ofTexts(templates));
    }

    /** What loading one template finds. */
    static List<String> load(String output, String template) {
        return set(Map.of("templates/repo@environment/" + output + ".ftl", template)).findings().stream()
                .map(Workbench::at)
                .toList();
    }

    /** Renders with the debt of the standard files turned off. */
    static Result render(String output, String template, String model) {
        return render(Map.of(output, template), model, Set.of("dagster_cloud.yaml", "env_set.json"));
    }

    static Result render(Map<String, String> templates, String model, Set<String> off) {
        Map<String, String> files = new TreeMap<>();
        templates.forEach((output, text) -> files.put("templates/repo@environment/" + output + ".ftl", text));
        Outcome<TemplateSet> set = set(files);
        Renderer renderer = new Renderer(set.value().orElseThrow(() -> new AssertionError(set.findings())));
        Findings findings = new Findings();
        Rendered rendered = renderer.render(
                Scope.REPO_AT_ENVIRONMENT,
                new Model(yaml(model), "`analytics` in `dev`", "repos/analytics/repo.yaml"),
                FOLDER,
                off,
                findings);
        return new Result(rendered.drafts(), rendered.reads(), findings.list());
    }
}
