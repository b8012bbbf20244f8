package io.github.dagsterfleet.render;

import io.github.dagsterfleet.source.MemorySources;
import io.github.dagsterfleet.source.SourceSet;
import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The standard templates, which the jar carries. A jar cannot be asked what is in a folder, so they are listed here. */
final class BuiltInTemplates {
    /** Every file below {@code templates/} of the repository; a test compares. */
    static final List<String> NAMES = List.of(
            "environment/alert_policies.yaml.ftl",
            "environment/deployment_settings.yaml.ftl",
            "project@environment/pyproject.toml.ftl",
            "repo/.env.example.ftl",
            "repo/.github/workflows/dagster-plus.yml.ftl",
            "repo@environment/dagster_cloud.yaml.ftl",
            "repo@environment/env_set.json.ftl");

    private static final String RESOURCES = "/io/github/dagsterfleet/templates/";

    private BuiltInTemplates() {}

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
