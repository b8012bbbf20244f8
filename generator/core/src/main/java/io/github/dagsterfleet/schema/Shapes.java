package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.syntax.Mapping;
import java.util.EnumMap;
import java.util.Map;

/** The shape of every kind of document. */
public final class Shapes {
    private final Map<SchemaKind, Shape> kinds = new EnumMap<>(SchemaKind.class);

    private Shapes(Mapping definitions) {
        ShapeCompiler compiler = new ShapeCompiler(definitions, new KubernetesModels());
        for (SchemaKind kind : SchemaKind.values()) {
            kinds.put(kind, compiler.definition(kind.id()));
        }
    }

    private static final class Standard {
        static final Shapes SHAPES = new Shapes(Definitions.ofDocuments());
    }

    /** Compiled on first use, but for Kubernetes objects, each of which is when it is first asked for. */
    public static Shapes standard() {
        return Standard.SHAPES;
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

    public Shape release() {
        return kind(SchemaKind.RELEASE);
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

    public Shape deployPlan() {
        return kind(SchemaKind.DEPLOY_PLAN);
    }

    public Shape alertPolicies() {
        return kind(SchemaKind.ALERT_POLICIES);
    }

    public Shape deploymentSettings() {
        return kind(SchemaKind.DEPLOYMENT_SETTINGS);
    }
}
