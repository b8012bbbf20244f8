package io.github.dagsterfleet.finding.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.text.SourcePath;
import java.util.List;
import org.junit.jupiter.api.Test;

class GitlabReportTest {
    @Test
    void aFindingHasAllThatGitlabAsksFor() {
        assertThat(print(List.of(Scenes.ofEveryKind().get(0))))
                .matches(
                        """
                        \\[
                          \\{"description": "wrong `on\\\\\\\\n`; put it in quotes: `\\\\"on\\\\"`", "check_name": "schema/type", \
                        "fingerprint": "[0-9a-f-]{36}", "severity": "major", \
                        "location": \\{"path": "fleet/team a/dagster_cloud.yaml", "lines": \\{"begin": 2}}}
                        ]
                        """);
    }

    @Test
    void warningsAreMinor() {
        assertThat(print(List.of(Scenes.ofEveryKind().get(1)))).contains("\"severity\": \"minor\"");
    }

    @Test
    void aWholeFileIsShownAtItsFirstLine() {
        assertThat(print(List.of(Scenes.ofEveryKind().get(2))))
                .contains("\"drifts\\\\u202e\"", "{\"path\": \"fleet/b.yaml\", \"lines\": {\"begin\": 1}}");
    }

    @Test
    void whatBelongsToNoFileIsLeftOut() {
        assertThat(print(List.of(Scenes.ofEveryKind().get(3)))).isEqualTo("[]\n");
    }

    private static String print(List<Finding> findings) {
        return new GitlabReport(new SourcePath("fleet")).print(findings);
    }
}
