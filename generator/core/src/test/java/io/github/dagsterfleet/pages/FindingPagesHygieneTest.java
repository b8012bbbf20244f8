package io.github.dagsterfleet.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.FindingCode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code has its page, every page its code, and all pages have one form. */
final class FindingPagesHygieneTest {
    /** What readers of generated files say; people see it as {@code render/unparseable}, which has the page. */
    private static final Set<FindingCode> WITHOUT_PAGE = Set.of(FindingCode.SYNTAX_JSON, FindingCode.SYNTAX_DOTENV);

    private static final List<Page> PAGES = Page.all();

    @Test
    void everyCodeHasAPageAndEveryPageACode() {
        assertThat(PAGES.stream().map(Page::code))
                .containsExactlyInAnyOrderElementsOf(
                        codes().map(FindingCode::id).toList());
    }

    @Test
    void everyPageHasTheSameHeadings() {
        for (Page page : PAGES) {
            assertThat(page.headings())
                    .as(page.code())
                    .containsExactly("# " + page.code(), "## Bad", "## Good", "## What to do");
        }
    }

    @Test
    void noPageHoldsAnAbsolutePathOrACarriageReturn() {
        for (Page page : PAGES) {
            assertThat(page.text()).as(page.code()).doesNotContain("\r").doesNotContainPattern(Page.ABSOLUTE_PATH);
        }
    }

    @Test
    void theReadmeListsEveryCodeWithItsTitle() throws IOException {
        Map<String, List<FindingCode>> byStage = codes().collect(Collectors.groupingBy(FindingPagesHygieneTest::stage));
        String readme = Files.readString(Page.FOLDER.resolve("README.md"));
        byStage.forEach((stage, codes) -> assertThat(readme)
                .contains("### " + stage + "\n\n"
                        + codes.stream().map(FindingPagesHygieneTest::line).collect(Collectors.joining())));
        assertThat(readme.lines().filter(line -> line.startsWith("- [`"))).hasSize((int) codes().count());
    }

    private static Stream<FindingCode> codes() {
        return Arrays.stream(FindingCode.values()).filter(code -> !WITHOUT_PAGE.contains(code));
    }

    private static String stage(FindingCode code) {
        return code.id().substring(0, code.id().indexOf('/'));
    }

    private static String line(FindingCode code) {
        return "- [`" + code.id() + "`](" + code.id() + ".md): " + code.title() + "\n";
    }
}
