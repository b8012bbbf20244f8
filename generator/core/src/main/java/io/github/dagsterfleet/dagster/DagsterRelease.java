package io.github.dagsterfleet.dagster;

import java.util.Optional;
import java.util.Set;

/**
 * A release of Dagster. All its packages come out together: the core ones bear the release's own version {@code
 * 1.minor.patch}, the libraries {@code 0.(16 + minor).patch}. Community packages have versions of their own and are not
 * known here.
 */
public final class DagsterRelease {
    private static final int LIBRARY_OFFSET = 16;

    private static final Set<String> CORE = Set.of(
            "create-dagster",
            "dagit",
            "dagster",
            "dagster-airflow",
            "dagster-cloud",
            "dagster-cloud-cli",
            "dagster-dg-cli",
            "dagster-dg-core",
            "dagster-graphql",
            "dagster-pipes",
            "dagster-shared",
            "dagster-webserver");

    /** What came out as 0.29.27 together with 1.13.27. */
    private static final Set<String> LIBRARIES = Set.of(
            "dagster-airbyte",
            "dagster-airlift",
            "dagster-aws",
            "dagster-azure",
            "dagster-celery",
            "dagster-celery-docker",
            "dagster-celery-k8s",
            "dagster-census",
            "dagster-clickhouse",
            "dagster-clickhouse-pandas",
            "dagster-clickhouse-polars",
            "dagster-dask",
            "dagster-databricks",
            "dagster-datadog",
            "dagster-datahub",
            "dagster-dbt",
            "dagster-deltalake",
            "dagster-deltalake-pandas",
            "dagster-deltalake-polars",
            "dagster-dlt",
            "dagster-docker",
            "dagster-duckdb",
            "dagster-duckdb-pandas",
            "dagster-duckdb-polars",
            "dagster-duckdb-pyspark",
            "dagster-fivetran",
            "dagster-gcp",
            "dagster-gcp-pandas",
            "dagster-gcp-pyspark",
            "dagster-ge",
            "dagster-github",
            "dagster-hightouch",
            "dagster-k8s",
            "dagster-looker",
            "dagster-managed-elements",
            "dagster-mlflow",
            "dagster-msteams",
            "dagster-mysql",
            "dagster-omni",
            "dagster-openai",
            "dagster-pagerduty",
            "dagster-pandas",
            "dagster-pandera",
            "dagster-papertrail",
            "dagster-polytomic",
            "dagster-postgres",
            "dagster-powerbi",
            "dagster-prefect",
            "dagster-prometheus",
            "dagster-pyspark",
            "dagster-rest-resources",
            "dagster-sigma",
            "dagster-slack",
            "dagster-sling",
            "dagster-snowflake",
            "dagster-snowflake-pandas",
            "dagster-snowflake-polars",
            "dagster-snowflake-pyspark",
            "dagster-soda",
            "dagster-spark",
            "dagster-ssh",
            "dagster-tableau",
            "dagster-twilio",
            "dagster-wandb",
            "dagstermill");

    private final String core;
    private final String library;

    private DagsterRelease(DagsterVersion version) {
        this.core = version.text();
        this.library = "0." + (LIBRARY_OFFSET + version.minor()) + "." + version.patch();
    }

    /** The release with this version; empty for what is none, and for what is too old. */
    public static Optional<DagsterRelease> of(String version) {
        return DagsterVersion.of(version).filter(DagsterVersion::isRelease).map(DagsterRelease::new);
    }

    public String version() {
        return core;
    }

    /** The release to which this version of a distribution belongs; empty for what does not come out with Dagster. */
    public static Optional<DagsterRelease> ofPin(String distribution, String version) {
        if (CORE.contains(distribution)) {
            return of(version);
        }
        String[] parts = version.split("\\.", -1);
        boolean library = LIBRARIES.contains(distribution) && parts.length == 3 && parts[0].equals("0");
        return library
                ? of("1." + (DagsterVersion.number(parts[1]) - LIBRARY_OFFSET) + "." + parts[2])
                : Optional.empty();
    }

    /** The version of a distribution that belongs to this release, by its normalised name. */
    public Optional<String> pin(String distribution) {
        if (CORE.contains(distribution)) {
            return Optional.of(core);
        }
        return LIBRARIES.contains(distribution) ? Optional.of(library) : Optional.empty();
    }
}
