package io.github.dagsterfleet.schema;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of documents that have a schema. */
public enum SchemaKind {
    BASE(Reading.SOURCE),
    ENVIRONMENT(Reading.SOURCE),
    PROFILE(Reading.SOURCE),
    /** {@code repo.yaml}, overlays, and everything below a key {@code defaults}. */
    REPO(Reading.LAYER),
    /** {@code release.yaml}. */
    RELEASE(Reading.SOURCE),
    DAGSTER_CLOUD(Reading.DOCUMENT),
    /** One item of {@code locations} without its {@code build}: what reaches Dagster+. */
    LOCATION_DOCUMENT(Reading.DOCUMENT),
    PYPROJECT(Reading.DOCUMENT),
    /** {@code [tool.dg]}, or the whole of a {@code dg.toml}. */
    DG(Reading.DOCUMENT),
    /** A {@code build.yaml} of dg. */
    BUILD(Reading.DOCUMENT),
    /** A {@code container_context.yaml} of dg. */
    CONTAINER_CONTEXT(Reading.DOCUMENT),
    ENV_SET(Reading.DOCUMENT),
    DEPLOY_PLAN(Reading.DOCUMENT),
    ALERT_POLICIES(Reading.DOCUMENT),
    DEPLOYMENT_SETTINGS(Reading.DOCUMENT);

    private final Reading reading;

    SchemaKind(Reading reading) {
        this.reading = reading;
    }

    /** As in file names, in {@code $id} and among the definitions: {@code dagster_cloud}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether files of this kind are written by tools, ours among them, and not by people. */
    public boolean isGenerated() {
        return reading == Reading.DOCUMENT;
    }

    /** The name under which the schema is published. */
    public String fileName() {
        return id() + ".schema.json";
    }

    /** How documents of this kind are read. */
    public Reading reading() {
        return reading;
    }

    public static Optional<SchemaKind> ofId(String id) {
        return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst();
    }
}
