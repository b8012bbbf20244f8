package io.github.dagsterfleet.finding.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonReportTest {
    private final SourceText text = new SourceText(new SourcePath("a.yaml"), "x: 1\ny: 2\n");

    @Test
    void holdsFindingsChangesAndSummary() {
        Finding finding = Finding.at(FindingCode.SCHEMA_TYPE, text.span(8, 9), "say \"x\"\n")
                .note("here", new Site.InSpan(text.span(0, 1)))
                .note("there", new Site.Nowhere())
                .help("do it");
        Map<String, Integer> summary = new LinkedHashMap<>();
        summary.put("create", 2);
        summary.put("errors", 1);
        JsonReport report = new JsonReport(List.of(finding))
                .changes(List.of(new JsonReport.Change("b.yaml", "create")))
                .summary(summary);
        assertThat(report.text())
                .isEqualTo(
                        """
                        {
                          "format": 1,
                          "findings": [
                            {"code": "schema/type", "severity": "error", "message": "say \\"x\\"\\u000a", \
                        "file": "a.yaml", "line": 2, "column": 4, "notes": [\
                        {"message": "here", "file": "a.yaml", "line": 1, "column": 1}, \
                        {"message": "there", "file": null, "line": null, "column": null}], "help": ["do it"]}
                          ],
                          "changes": [
                            {"path": "b.yaml", "kind": "create"}
                          ],
                          "summary": {"create": 2, "errors": 1}
                        }
                        """);
    }

    @Test
    void isADocumentWithoutFindingsToo() {
        assertThat(new JsonReport(List.of()).text()).isEqualTo("{\n  \"format\": 1,\n  \"findings\": []\n}\n");
    }

    @Test
    void aWholeFileHasNoLine() {
        Finding finding = Finding.in(FindingCode.SOURCE_UNREADABLE, new SourcePath("b.yaml"), "m");
        assertThat(new JsonReport(List.of(finding)).text())
                .contains("\"file\": \"b.yaml\", \"line\": null, \"column\": null, \"notes\": [], \"help\": []}");
    }
}
