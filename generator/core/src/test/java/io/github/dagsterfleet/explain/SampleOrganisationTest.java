package io.github.dagsterfleet.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.DagsterFleet;
import io.github.dagsterfleet.Progress;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.syntax.Mapping;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Questions that a reader of this repository's own fleet would ask. */
class SampleOrganisationTest {
    private final DagsterFleet fleet = new DagsterFleet(Path.of("../.."), 1, LocalDate.EPOCH, Progress.SILENT);

    @Test
    void theQueueOfTheModelTeamIsItsOwn() {
        Answer answer = answer("ml-platform", "prod", "locations.ml-platform.agent_queue");
        assertThat(answer.value()).map(Brief::of).contains("ml-gpu");
        assertThat(layers(answer)).containsExactly("repo overridden", "agent set");
    }

    @Test
    void theGpuIsTakenAwayInDev() {
        assertThat(answer("ml-platform", "dev", "profiles[gpu]").value()).isEmpty();
        assertThat(layers(answer("ml-platform", "dev", "profiles[gpu]")))
                .containsExactly("overlay removed", "repo set");
        assertThat(layers(answer("ml-platform", "prod", "resources.run.gpu")))
                .containsExactly("profile:gpu@environment overridden", "profile:gpu set");
    }

    @Test
    void onlyOneLocationOfAnalyticsKnowsTheReportFormat() {
        Explanation explanation = explain("analytics", "dev", "env.REPORT_FORMAT.value");
        assertThat(explanation.differs()).isTrue();
        assertThat(explanation.answers())
                .extracting(Answer::key)
                .containsExactly(
                        "locations.analytics-team.env.REPORT_FORMAT.value",
                        "locations.analytics-reports.env.REPORT_FORMAT.value");
    }

    @Test
    void everythingHoldsTheSelectorsTheLocationsAndTheProjects() {
        Explanation explanation =
                fleet.explain("ml-platform", "staging").value().orElseThrow();
        Mapping whole = (Mapping) explanation.answers().get(0).value().orElseThrow();
        assertThat(whole.keys())
                .contains("agent", "profiles", "locations", "projects")
                .doesNotContain("env", "resources", "location", "project");
        assertThat(explanation.layers())
                .extracting(source -> source.layer().value())
                .containsExactly("base", "agent", "profile:shared-storage", "profile:gpu", "repo");
    }

    private Explanation explain(String repo, String environment, String key) {
        Outcome<Explanation> outcome = fleet.explain(repo, environment, key);
        return outcome.value().orElseThrow();
    }

    private Answer answer(String repo, String environment, String key) {
        return explain(repo, environment, key).answers().get(0);
    }

    private static List<String> layers(Answer answer) {
        return answer.trace().stream()
                .map(step -> step.layer() + " " + step.verb().word())
                .toList();
    }
}
