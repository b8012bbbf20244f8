package io.github.dagsterfleet.finding.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.text.SourcePath;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GithubSummaryTest {
    private static final GithubSummary SUMMARY = new GithubSummary(new SourcePath("fleet"));

    @Test
    void everyFindingIsARow() {
        assertThat(SUMMARY.print(Scenes.ofEveryKind(), "1 repo: 3 errors", GithubSummary.MOST_BYTES))
                .isEqualTo(
                        """
                        ### dagster-fleet: 1 repo\\: 3 errors

                        | | where | what | to do |
                        | --- | --- | --- | --- |
                        | error<br>usage/unknown-repo |  | there is no repo <code>a\\\\u001bb</code> |  |
                        | error<br>change/drift | fleet/b.yaml | drifts\\\\u202e |  |
                        | error<br>schema/type | fleet/team a/dagster\\_cloud.yaml:2:20 | wrong <code>on\\\\n</code> | put it in quotes\\: <code>"on"</code> |
                        | warning<br>schema/type | fleet/team a/dagster\\_cloud.yaml:3:16 | wrong <code>\\# ok</code> |  |

                        """);
    }

    @Test
    void markdownAndHtmlMeanNothing() {
        Finding finding = Finding.of(FindingCode.SCHEMA_TYPE, "a | <img src=x> [b](c) **d** ` &amp;");
        assertThat(SUMMARY.print(List.of(finding), "", GithubSummary.MOST_BYTES))
                .contains("| a \\| &lt;img src=x&gt; \\[b\\](c) \\*\\*d\\*\\* \\` &amp;amp; |");
    }

    @Test
    void itNeverTakesMoreThanItsRoom() {
        List<Finding> many = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            many.add(Finding.of(FindingCode.SCHEMA_TYPE, "ä " + i));
        }
        for (int room = 0; room < 4000; room += 37) {
            String printed = SUMMARY.print(many, "1 repo", room);
            assertThat(printed.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(room);
        }
        assertThat(SUMMARY.print(many, "1 repo", 4000)).matches("(?s).* \\|\n\n9[0-9][0-9] more\n\n");
    }

    @Test
    void nothingFoundIsALine() {
        assertThat(SUMMARY.print(List.of(), "16 files", GithubSummary.MOST_BYTES))
                .isEqualTo("### dagster-fleet: 16 files\n\n\n");
    }
}
