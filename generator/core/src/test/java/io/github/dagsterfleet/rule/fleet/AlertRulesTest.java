package io.github.dagsterfleet.rule.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.fleet.MemoryFleet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertRulesTest {
    private static final String EMAIL = "email: {email_addresses: [a@example.com]}";

    private static String policy(String events, String targets, String service, String options) {
        return """
                alert_policies:
                  - name: p
                    event_types: [%s]
                    alert_targets: [%s]
                    notification_service: {%s}
                    policy_options: {%s}
                """
                .formatted(events, targets, service, options);
    }

    private static MemoryFleet fleet(String policies) {
        return new MemoryFleet().repo("web", "").with("environments/prod.yaml", policies);
    }

    private static List<String> codes(String policies) {
        return fleet(policies).read().findings().stream()
                .map(finding -> finding.code().id())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    JOB_FAILURE, JOB_SUCCESS | {run_result_target: {location_names: [web]}}
                    JOB_FAILURE | ''
                    JOB_LONG_RUNNING | {long_running_job_threshold_target: {threshold_seconds: 60}}
                    ASSET_CHECK_PASSED, ASSET_FRESHNESS_FAIL | {asset_selection_target: {asset_selection: 'group:"a"'}}
                    ASSET_HEALTH_DEGRADED | {asset_key_target: {asset_key: [a, b]}}
                    TICK_FAILURE | {schedule_or_sensor_target: {types: [SENSOR]}}
                    CODE_LOCATION_ERROR | {code_location_target: {location_names: [web]}}
                    AGENT_UNAVAILABLE | ''
                    INSIGHTS_CONSUMPTION_EXCEEDED | {credit_limit_target: {}}
                    """)
    void theseGoTogether(String events, String targets) {
        assertThat(codes(policy(events, targets, EMAIL, ""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    JOB_FAILURE, TICK_FAILURE | '' | fleet/alert-events
                    ASSET_CHECK_PASSED, ASSET_HEALTH_DEGRADED | '' | fleet/alert-events
                    JOB_LONG_RUNNING | '' | fleet/alert-target
                    JOB_LONG_RUNNING | {run_result_target: {}} | fleet/alert-target
                    JOB_FAILURE | {long_running_job_threshold_target: {threshold_seconds: 60}} | fleet/alert-target
                    JOB_FAILURE | {asset_key_target: {asset_key: [a]}} | fleet/alert-target
                    AGENT_UNAVAILABLE | {code_location_target: {}} | fleet/alert-target
                    INSIGHTS_CONSUMPTION_EXCEEDED | '' | fleet/alert-target
                    INSIGHTS_CONSUMPTION_EXCEEDED | {credit_limit_target: {}}, {credit_limit_target: {}} | fleet/alert-target
                    JOB_FAILURE | {run_result_target: {location_names: [wbe]}} | fleet/alert-location
                    JOB_FAILURE | {run_result_target: {jobs: [{location_name: x, repo_name: r, job_name: j}]}} | fleet/alert-location
                    JOB_FALIURE | '' | schema/not-allowed
                    """)
    void theseDoNot(String events, String targets, String code) {
        assertThat(codes(policy(events, targets, EMAIL, ""))).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({
        "RUN_FAILURE, JOB_FAILURE",
        "ASSET_MATERIALIZATION_FAILED, ASSET_MATERIALIZATION_FAILURE",
        "ASSET_FRESHNESS_POLICY_FAILED, ASSET_FRESHNESS_FAIL"
    })
    void wrongEventsOfRealFilesGetTheRightOne(String wrong, String right) {
        assertThat(fleet(policy(wrong, "", EMAIL, "")).read().findings())
                .flatExtracting(Finding::help)
                .containsExactly("write `" + right + "`");
    }

    @Test
    void optionsGoWithTheirEvents() {
        assertThat(codes(policy("TICK_FAILURE", "", EMAIL, "consecutive_failure_threshold: 3")))
                .isEmpty();
        assertThat(codes(policy("JOB_FAILURE", "", EMAIL, "consecutive_failure_threshold: 3")))
                .containsExactly("fleet/alert-option");
        assertThat(codes(policy("JOB_FAILURE", "", "email_owners: {}", ""))).containsExactly("fleet/alert-option");
        assertThat(codes(policy("ASSET_FRESHNESS_FAIL", "", "email_owners: {}", "")))
                .isEmpty();
    }

    @Test
    void metricIsAllowedToBeSomething() {
        String metric = "{metric_monitor_deployment_threshold_target: {metric_name: m, lookback_window: %s,"
                + " aggregation_function: MAX, thresholds: {min_allowed_value: %s, max_allowed_value: %s}}}";

        assertThat(codes(policy("METRIC_MONITOR_ALERT", metric.formatted("0.5", "1", "2.5"), EMAIL, "")))
                .isEmpty();
        assertThat(codes(policy("METRIC_MONITOR_ALERT", metric.formatted("1", "2", "2"), EMAIL, "")))
                .containsExactly("fleet/alert-threshold");
        assertThat(codes(policy("METRIC_MONITOR_ALERT", metric.formatted("0", "1", "2"), EMAIL, "")))
                .containsExactly("fleet/alert-threshold");
        assertThat(codes(policy("METRIC_MONITOR_ALERT", metric.formatted("1", "1", ".inf"), EMAIL, "")))
                .isEmpty();
    }

    @Test
    void locationOfAnotherEnvironmentIsAbsent() {
        MemoryFleet.Read read = fleet(
                        policy("CODE_LOCATION_ERROR", "{code_location_target: {location_names: [up]}}", EMAIL, ""))
                .repo("up", "environments: [dev]\n")
                .read();

        assertThat(read.codes()).containsExactly("fleet/alert-location environments/prod.yaml:4");
        assertThat(read.findings().get(0).related())
                .extracting(note -> note.message())
                .containsExactly("it exists in `dev` only");
    }

    @Test
    void samePolicyInTwoEnvironmentsIsOneFinding() {
        String policy = policy("JOB_LONG_RUNNING", "", EMAIL, "");
        MemoryFleet.Read read =
                fleet(policy).with("environments/dev.yaml", policy).read();

        assertThat(read.codes()).containsExactly("fleet/alert-target environments/dev.yaml:3");
        assertThat(read.findings().get(0).related()).hasSize(1);
    }

    @Test
    void twoPoliciesOfOneNameAreRefused() {
        String policy = policy("JOB_FAILURE", "", EMAIL, "");
        assertThat(codes(policy + policy.lines().skip(1).reduce("", (all, line) -> all + line + "\n")))
                .containsExactly("schema/duplicate-item");
    }
}
