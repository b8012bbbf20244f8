package io.github.dagsterfleet.finding.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextReportTest {
    private static final FindingCode CODE = FindingCode.FLEET_UNKNOWN_LOCATION;

    private final SourceText overlay =
            text("repos/analytics/overlays/prod.yaml", "locations:\n\n  analitics-team:\n    image: x\n");
    private final SourceText repo = text("repos/analytics/repo.yaml", "\n\n\n\n\n\n  analytics-team:\n");

    @Test
    void showsHeadlinePlaceNotesAndHelp() {
        Finding finding = Finding.at(
                        CODE, overlay.span(14, 28), "the overlay changes a location that `repo.yaml` doesn't declare")
                .label("not declared")
                .note("the closest declared name is here", new Site.InSpan(repo.span(8, 22)))
                .note("a remark without a place", new Site.Nowhere())
                .help("rename it to `analytics-team`");
        assertThat(print(finding))
                .isEqualTo(
                        """
                        error[fleet/unknown-location]: the overlay changes a location that `repo.yaml` doesn't declare
                         --> repos/analytics/overlays/prod.yaml:3:3
                          |
                        3 |   analitics-team:
                          |   ^^^^^^^^^^^^^^ not declared
                        note: the closest declared name is here
                         --> repos/analytics/repo.yaml:7:3
                          |
                        7 |   analytics-team:
                          |   ^^^^^^^^^^^^^^
                        note: a remark without a place
                        help: rename it to `analytics-team`

                        1 error in 1 file
                        """);
    }

    @Test
    void theMarginIsAsWideAsTheLineNumber() {
        SourceText line = text("a.yaml", "\n".repeat(99) + "x: 1\n");
        assertThat(print(Finding.at(CODE, line.span(99, 100), "m")))
                .contains("   --> a.yaml:100:1\n    |\n100 | x: 1\n    | ^\n");
    }

    @Test
    void aWholeFileAndNoFileHaveNoLine() {
        assertThat(print(Finding.in(CODE, new SourcePath("a.yaml"), "m"), Finding.of(CODE, "n")))
                .isEqualTo(
                        """
                        error[fleet/unknown-location]: n

                        error[fleet/unknown-location]: m
                         --> a.yaml

                        2 errors in 1 file
                        """);
    }

    @Test
    void severalLinesAreClippedToTheFirst() {
        assertThat(print(Finding.at(CODE, overlay.whole(), "m"))).contains("1 | locations:\n  | ^^^^^^^^^^\n");
    }

    @Test
    void anEmptyStretchHasOneCaret() {
        assertThat(print(Finding.at(CODE, overlay.span(10, 10), "m"))).contains("1 | locations:\n  |           ^\n");
        assertThat(print(Finding.at(CODE, overlay.span(11, 11), "m"))).contains("2 |\n  | ^\n");
    }

    @Test
    void tabsAreCopiedSoThatTheCaretFits() {
        SourceText tabs = text("a.yaml", "\ta\tb: 1\n");
        assertThat(print(Finding.at(CODE, tabs.span(3, 4), "m"))).contains("1 | \ta\tb: 1\n  | \t \t^\n");
    }

    @Test
    void nothingReachesTheScreenAsAControlCharacter() {
        SourceText evil = text("a.yaml", "x: \u001b[31m\u202e y\n");
        assertThat(print(Finding.at(CODE, evil.span(8, 11), "m\u001b\nn")
                        .help("h\u0007")
                        .label("l\u009b")))
                .isEqualTo(
                        """
                        error[fleet/unknown-location]: m\\u001b\\nn
                         --> a.yaml:1:9
                          |
                        1 | x: \\u001b[31m\\u202e y
                          |              ^^^^^^^^ l\\u009b
                        help: h\\u0007

                        1 error in 1 file
                        """);
    }

    @Test
    void wideCharactersTakeTwoColumns() {
        SourceText wide = text("a.yaml", "漢😀e\u0301: x\n");
        assertThat(print(Finding.at(CODE, wide.span(3, 5), "m"))).contains("\n  |     ^\n");
    }

    @Test
    void longLinesAreShortenedAroundTheCaret() {
        SourceText line = text("a.yaml", "a".repeat(500) + "X" + "b".repeat(500) + "\n");
        String shown = "1 | …" + "a".repeat(40) + "X" + "b".repeat(99) + "…\n";
        assertThat(print(Finding.at(CODE, line.span(500, 501), "m"))).contains(shown + "  | " + " ".repeat(41) + "^\n");
    }

    @Test
    void noCharacterIsCutInHalf() {
        SourceText line = text("a.yaml", "😀".repeat(300));
        assertThat(print(Finding.at(CODE, line.span(301, 303), "m")))
                .doesNotContain("\\ud83d")
                .doesNotContain("\\ude00");
    }

    @Test
    void equalFindingsAreToldOnceInTheOrderOfTheirPlaces() {
        Finding first = Finding.at(CODE, overlay.span(0, 9), "first");
        Finding second = Finding.at(FindingCode.LAYER_CHANGES_NOTHING, repo.span(8, 22), "second");
        String printed = print(second, first, second);
        assertThat(printed).containsSubsequence("first", "second");
        assertThat(printed).endsWith("\n\n1 error, 1 warning in 2 files\n");
        assertThat(printed).containsOnlyOnce("second");
    }

    @Test
    void afterFiftyTheRestIsCounted() {
        List<Finding> many = new ArrayList<>();
        for (int i = 0; i < 53; i++) {
            many.add(Finding.of(CODE, "number " + i));
        }
        String printed = new TextReport(false).print(many);
        assertThat(printed).endsWith("\n3 more left out\n\n53 errors\n");
        assertThat(printed.split("number", -1)).hasSize(51);
    }

    @Test
    void nothingFoundIsNothingPrinted() {
        assertThat(new TextReport(false).print(Collections.emptyList())).isEmpty();
    }

    @Test
    void coloursChangeNothingElse() {
        List<Finding> findings =
                List.of(Finding.at(CODE, overlay.span(14, 28), "m").label("l").help("h"));
        String coloured = new TextReport(true).print(findings);
        assertThat(coloured).contains("\u001b[1;31merror[fleet/unknown-location]\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(new TextReport(false).print(findings));
    }

    private static SourceText text(String path, String content) {
        return new SourceText(new SourcePath(path), content);
    }

    private static String print(Finding... findings) {
        return new TextReport(false).print(List.of(findings));
    }
}
