package io.github.dagsterfleet.rule.code;

import java.util.List;
import java.util.Set;

/** Names that nobody declares because something else gives them, and names that nobody reads by writing them down. */
public final class WellKnownVariables {
    /** What Dagster, its agents and the platforms set. */
    private static final List<String> GIVEN_PREFIXES = List.of("DAGSTER_", "KUBERNETES_", "ECS_", "LC_", "PYTHON");

    private static final Set<String> GIVEN = Set.of(
            "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
            "AWS_DEFAULT_REGION",
            "AWS_REGION",
            "AWS_ROLE_ARN",
            "AWS_WEB_IDENTITY_TOKEN_FILE",
            "CI",
            "HOME",
            "HOSTNAME",
            "LANG",
            "LOGNAME",
            "PATH",
            "PWD",
            "SHELL",
            "TERM",
            "TMPDIR",
            "TZ",
            "USER",
            "VIRTUAL_ENV");

    /** What libraries and tools look up by themselves. */
    private static final List<String> LIBRARIES = List.of(
            "AIRBYTE_",
            "ANTHROPIC_",
            "AWS_",
            "AZURE_",
            "BUGSNAG_",
            "CLICKHOUSE_",
            "CLOUDSDK_",
            "COHERE_",
            "CURL_",
            "DATABRICKS_",
            "DAGSTER_",
            "DATADOG_",
            "DBT_",
            "DD_",
            "DUCKDB_",
            "FIVETRAN_",
            "FORCE_",
            "GCLOUD_",
            "GCP_",
            "GITHUB_",
            "GIT_",
            "GOOGLE_",
            "GRPC_",
            "HF_",
            "HTTP_",
            "HTTPS_",
            "JAVA_",
            "KAGGLE_",
            "LC_",
            "LD_",
            "MALLOC_",
            "MLFLOW_",
            "MOTHERDUCK_",
            "NEW_RELIC_",
            "NO_",
            "OMP_",
            "OPENAI_",
            "OPENBLAS_",
            "OTEL_",
            "PG",
            "PIP_",
            "POLARS_",
            "PYTHON",
            "RAY_",
            "REQUESTS_",
            "SENTRY_",
            "SLACK_",
            "SLING_",
            "SNOWFLAKE_",
            "SNOWSQL_",
            "SPARK_",
            "SSL_",
            "TF_",
            "UV_",
            "VAULT_",
            "WANDB_");

    private WellKnownVariables() {}

    /** Whether a container has the variable without anybody's doing. */
    public static boolean isGiven(String name) {
        return GIVEN.contains(name) || beginsWithOne(GIVEN_PREFIXES, name);
    }

    /**
     * Whether a library may look the variable up. Two underscores part the sections of a setting, as dlt has it and
     * others after it: {@code SOURCES__GITHUB__ACCESS_TOKEN}. What is not in capitals, such as {@code http_proxy}, is
     * no name that a team made up.
     */
    public static boolean isForLibraries(String name) {
        return isGiven(name) || name.contains("__") || hasSmallLetter(name) || beginsWithOne(LIBRARIES, name);
    }

    private static boolean beginsWithOne(List<String> prefixes, String name) {
        for (String prefix : prefixes) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasSmallLetter(String name) {
        return name.chars().anyMatch(c -> c >= 'a' && c <= 'z');
    }
}
