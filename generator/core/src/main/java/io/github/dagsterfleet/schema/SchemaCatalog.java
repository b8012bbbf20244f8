package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.StringPrinter;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import java.util.ArrayList;
import java.util.List;

/**
 * The schemas of Dagster's own files as SchemaStore lists schemas, so that an editor that knows the list knows the files by
 * their names. Our sources are not in it: they name their schemas in the first line.
 *
 * <p>A name that other tools use too is left out, as SchemaStore asks: its schema has to be chosen.
 */
final class SchemaCatalog {
    static final String FILE_NAME = "catalog.json";

    /** Where this project's own schemas are checked in. */
    private static final String PUBLISHED_AT = "https://raw.githubusercontent.com/dagsterfleet/dagster-fleet/main"
            + "/environments/generated/all/schemas/";

    private static final List<Listed> LISTED = List.of(
            new Listed(
                    SchemaKind.DAGSTER_CLOUD,
                    "dagster_cloud.yaml",
                    List.of("dagster_cloud.yaml", "dagster_cloud.yml", "dagster_cloud.*.yaml", "dagster_cloud.*.yml")),
            new Listed(SchemaKind.DG, "dg.toml", List.of("dg.toml")),
            new Listed(SchemaKind.CONTAINER_CONTEXT, "container_context.yaml", List.of("container_context.yaml")),
            new Listed(SchemaKind.BUILD, "build.yaml", List.of()),
            new Listed(SchemaKind.ALERT_POLICIES, "alert_policies.yaml", List.of()),
            new Listed(SchemaKind.DEPLOYMENT_SETTINGS, "deployment_settings.yaml", List.of()));

    private final Mapping definitions;
    private final SchemaNodes nodes;

    /** @param definitions of every document */
    SchemaCatalog(Mapping definitions) {
        this.definitions = definitions;
        this.nodes = new SchemaNodes(definitions.origin());
    }

    private record Listed(SchemaKind kind, String file, List<String> fileMatch) {}

    String text() {
        List<Node> schemas = new ArrayList<>();
        LISTED.forEach(listed -> schemas.add(entry(listed)));
        Mapping catalog = nodes.build(Mapping.builder()
                .put("$schema", nodes.text("https://www.schemastore.org/schema-catalog.json"))
                .put("version", nodes.number(1))
                .put("schemas", nodes.list(schemas)));
        StringPrinter printer = new StringPrinter();
        JsonFormat.INSTANCE.emit(catalog, 1, printer);
        return printer.text() + "\n";
    }

    private Mapping entry(Listed listed) {
        String description = definitions
                .mapping(listed.kind().id())
                .flatMap(definition -> definition.text("description"))
                .orElseThrow();
        Mapping.Builder out = Mapping.builder()
                .put("name", nodes.text("Dagster " + listed.file()))
                .put("description", nodes.text(description));
        if (!listed.fileMatch().isEmpty()) {
            out.put("fileMatch", nodes.texts(listed.fileMatch()));
        }
        return nodes.build(
                out.put("url", nodes.text(PUBLISHED_AT + listed.kind().fileName())));
    }
}
