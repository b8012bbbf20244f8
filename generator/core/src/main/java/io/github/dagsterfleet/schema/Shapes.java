package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;

/** The shape of every kind of document. */
public final class Shapes {
    private static final String RESOURCE = "definitions.schema.json";

    private final Mapping definitions;
    private final Map<SchemaKind, Shape> kinds = new EnumMap<>(SchemaKind.class);

    private Shapes(Mapping definitions) {
        this.definitions = definitions;
        ShapeCompiler compiler = new ShapeCompiler(definitions);
        for (SchemaKind kind : SchemaKind.values()) {
            kinds.put(kind, compiler.definition(kind.id()));
        }
    }

    private static final class Standard {
        static final Shapes SHAPES = new Shapes(read());
    }

    /** Compiled on first use. */
    public static Shapes standard() {
        return Standard.SHAPES;
    }

    private static Mapping read() {
        try (InputStream in = Shapes.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not in the jar");
            }
            String content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            Findings findings = new Findings();
            return JsonFormat.INSTANCE
                    .read(new SourceText(new SourcePath(RESOURCE), content), findings)
                    .filter(Mapping.class::isInstance)
                    .map(Mapping.class::cast)
                    .flatMap(root -> root.mapping("$defs"))
                    .orElseThrow(() -> new IllegalStateException(RESOURCE + ": " + findings.list()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The authored definitions, from which schemas are published. */
    Mapping definitions() {
        return definitions;
    }

    public Shape kind(SchemaKind kind) {
        Shape shape = kinds.get(kind);
        if (shape == null) {
            throw new IllegalStateException("no shape of " + kind);
        }
        return shape;
    }

    public Shape base() {
        return kind(SchemaKind.BASE);
    }

    public Shape environment() {
        return kind(SchemaKind.ENVIRONMENT);
    }

    public Shape profile() {
        return kind(SchemaKind.PROFILE);
    }

    /** Of {@code repo.yaml}, overlays and everything below a key {@code defaults}. */
    public Shape repo() {
        return kind(SchemaKind.REPO);
    }

    /** Of {@code location} and of each of {@code locations}. */
    public Shape location() {
        return repo().below("location").orElseThrow();
    }

    /** Of {@code project} and of each of {@code projects}. */
    public Shape project() {
        return repo().below("project").orElseThrow();
    }

    public Shape dagsterCloud() {
        return kind(SchemaKind.DAGSTER_CLOUD);
    }

    public Shape locationDocument() {
        return kind(SchemaKind.LOCATION_DOCUMENT);
    }

    public Shape pyproject() {
        return kind(SchemaKind.PYPROJECT);
    }

    public Shape dg() {
        return kind(SchemaKind.DG);
    }

    public Shape envSet() {
        return kind(SchemaKind.ENV_SET);
    }

    public Shape alertPolicies() {
        return kind(SchemaKind.ALERT_POLICIES);
    }

    public Shape deploymentSettings() {
        return kind(SchemaKind.DEPLOYMENT_SETTINGS);
    }
}
