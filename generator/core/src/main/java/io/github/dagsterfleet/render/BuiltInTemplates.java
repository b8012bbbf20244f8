package io.github.dagsterfleet.render;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Related;
import io.github.dagsterfleet.source.MemorySources;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The standard templates, which the jar carries. A jar cannot be asked what is in a folder, so they are listed here. */
final class BuiltInTemplates {
    /** Every file below {@code templates/} of the repository; a test compares. */
    static final List<String> NAMES = List.of(
            "environment/alert_policies.yaml.ftl",
            "environment/deploy_plan.json.ftl",
            "environment/deployment_settings.yaml.ftl",
            "project@environment/pyproject.toml.ftl",
            "repo/.env.example.ftl",
            "repo/.github/workflows/dagster-plus.yml.ftl",
            "repo/.gitlab-ci.yml.ftl",
            "repo@environment/dagster_cloud.yaml.ftl",
            "repo@environment/env_set.json.ftl");

    private static final String SHOWN = "built-in:";
    private static final String RESOURCES = "/io/github/dagsterfleet/templates/";

    private BuiltInTemplates() {}

    /** Where it is shown to stand: in no folder of the workspace. */
    static SourcePath shown(SourcePath template) {
        return new SourcePath(SHOWN + template);
    }

    /** The finding with the way to another template, where it stands in a built-in one or has a note there. */
    static Finding withOverride(Finding finding) {
        Set<String> templates = new LinkedHashSet<>();
        Stream.concat(Stream.of(finding.site()), finding.related().stream().map(Related::site))
                .flatMap(site -> site.path().stream())
                .filter(path -> path.value().startsWith(SHOWN))
                .forEach(path -> templates.add(path.value().substring(SHOWN.length())));
        Finding told = finding;
        for (String template : templates) {
            told = told.help("write " + template + " to have a template of your own in place of the built-in one");
        }
        return told;
    }

    /** The templates under the paths that they would have in a workspace. */
    static SourceSet sources() {
        Map<SourcePath, byte[]> contents = new LinkedHashMap<>();
        NAMES.forEach(name -> contents.put(TemplateSet.FOLDER.resolve(name), read(name)));
        return MemorySources.of(contents);
    }

    private static byte[] read(String name) {
        try (InputStream in = BuiltInTemplates.class.getResourceAsStream(RESOURCES + name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is not in the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
