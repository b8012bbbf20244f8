package io.github.dagsterfleet.rule.fleet;

import java.util.List;

/**
 * What an alert policy is about. Of several kinds of events, Dagster+ takes one in a policy, and each kind has its own
 * targets. As its documentation has it: no package says so, and the sync leaves it to the server.
 */
enum AlertKind {
    RUN("runs", "JOB_"),
    HEALTH("the health of assets", "ASSET_HEALTH_"),
    TABLE_SCHEMA("table schemas", "ASSET_TABLE_SCHEMA_"),
    ASSET("assets", "ASSET_"),
    TICK("ticks", "TICK_"),
    LOCATION("code locations", "CODE_LOCATION_"),
    AGENT("agents", "AGENT_"),
    INSIGHTS("consumption", "INSIGHTS_"),
    METRIC("metrics", "METRIC_");

    private final String words;
    private final String beginning;

    AlertKind(String words, String beginning) {
        this.words = words;
        this.beginning = beginning;
    }

    /** The kind of an event that the schema has let through. */
    static AlertKind of(String event) {
        for (AlertKind kind : values()) {
            if (event.startsWith(kind.beginning)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(event);
    }

    /** What events of this kind speak of. */
    String words() {
        return words;
    }

    /** The targets that say which of the events are meant; none where all are. */
    List<String> targets() {
        return switch (this) {
            case RUN -> List.of("run_result_target", "long_running_job_threshold_target");
            case ASSET, HEALTH, TABLE_SCHEMA ->
                List.of(
                        "asset_selection_target",
                        "asset_group_target",
                        "asset_key_target",
                        "asset_selection_view_target",
                        "favorites_selection_view_target");
            case TICK -> List.of("schedule_or_sensor_target");
            case LOCATION -> List.of("code_location_target");
            case AGENT -> List.of();
            case INSIGHTS ->
                List.of(
                        "credit_limit_target",
                        "insights_deployment_threshold_target",
                        "insights_asset_group_threshold_target",
                        "insights_asset_threshold_target",
                        "insights_job_threshold_target");
            case METRIC ->
                List.of(
                        "metric_monitor_deployment_threshold_target",
                        "metric_monitor_asset_selection_threshold_target");
        };
    }

    /** Whether its events are about assets, which may have owners. */
    boolean isOfAssets() {
        return this == ASSET || this == HEALTH || this == TABLE_SCHEMA;
    }

    /** Whether a policy watches exactly one target, since that also says when to speak. */
    boolean hasOneTarget() {
        return this == INSIGHTS || this == METRIC;
    }
}
