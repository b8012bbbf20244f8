package io.github.dagsterfleet.finding.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.text.SourcePath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GithubReportTest {
    @Test
    void errorsComeBeforeWarnings() {
        assertThat(print(Scenes.ofEveryKind()))
                .isEqualTo(
                        """
                        ::error title=usage/unknown-repo::there is no repo `a\\u001bb`
                        ::error file=fleet/b.yaml,title=change/drift::drifts\\u202e
                        ::error file=fleet/team a/dagster_cloud.yaml,line=2,endLine=2,col=20,endColumn=22,\
                        title=schema/type::wrong `on\\n`%0Anote: named here: fleet/team a/dagster_cloud.yaml:4\
                        %0Anote: a remark%0Ahelp: put it in quotes: `"on"`
                        ::warning file=fleet/team a/dagster_cloud.yaml,line=3,endLine=3,col=16,endColumn=20,\
                        title=schema/type::wrong `# ok`
                        """);
    }

    @Test
    void whatWouldEndACommandIsEscaped() {
        Finding finding = Finding.in(FindingCode.CHANGE_DRIFT, new SourcePath("a,b:c%.yaml"), "100%\n::error::x");
        assertThat(print(List.of(finding)))
                .isEqualTo("::error file=fleet/a%2Cb%3Ac%25.yaml,title=change/drift::100%25\\n::error::x\n");
    }

    @Test
    void beyondTheLimitsTheRestIsCounted() {
        List<Finding> many = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            many.add(Finding.of(FindingCode.SCHEMA_TYPE, "error " + i));
            many.add(Finding.of(FindingCode.SCHEMA_TYPE, "warning " + i).asWarning());
        }
        String printed = print(many);
        assertThat(printed.lines().filter(line -> line.startsWith("::error "))).hasSize(10);
        assertThat(printed.lines().filter(line -> line.startsWith("::warning ")))
                .hasSize(10);
        assertThat(printed)
                .endsWith("\n::notice title=dagster-fleet::4 more findings,"
                        + " since GitHub shows ten errors and ten warnings of a step\n");
    }

    @Test
    void nothingFoundPrintsNothing() {
        assertThat(print(List.of())).isEmpty();
    }

    private static String print(List<Finding> findings) {
        return new GithubReport(new SourcePath("fleet")).print(findings);
    }
}
