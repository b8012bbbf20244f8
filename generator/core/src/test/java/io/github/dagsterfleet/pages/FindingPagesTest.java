package io.github.dagsterfleet.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every page is true. {@code -Dpages.update=true} writes into the pages what is printed now, and fails, so that somebody
 * reads it.
 */
final class FindingPagesTest {
    /** What only the command line itself finds; the command's own tests run these pages. */
    private static final Set<String> OF_THE_COMMAND = Set.of(
            "usage/arguments", "usage/no-workspace", "usage/unknown-code", "usage/no-python", "usage/unknown-location");

    /** What needs a Python with Dagster, which no build has; its own test has a stand-in. */
    private static final Set<String> OF_PYTHON = Set.of("checkout/load");

    /** The same of what compares variables with Dagster+, which the command's tests stand in for. */
    private static final String OF_VARIABLES = "env/";
    /** What needs a Dagster+; its own test has a stand-in. */
    private static final String OF_DAGSTER_PLUS = "plus/";
    /** What needs git; the command's tests run these pages. */
    private static final String OF_RELEASES = "release/";

    @TestFactory
    Stream<DynamicTest> whatIsBadPrintsWhatThePageShows(@TempDir Path folder) {
        return pages().map(page -> DynamicTest.dynamicTest(page.code(), () -> bad(page, folder.resolve(page.code()))));
    }

    @TestFactory
    Stream<DynamicTest> whatIsGoodPrintsNothing(@TempDir Path folder) {
        return pages().map(page -> DynamicTest.dynamicTest(
                page.code(),
                () -> GoodRun.assertGood(
                        folder.resolve(page.code()), page.code(), page.scene("## Bad"), page.scene("## Good"))));
    }

    private static Stream<Page> pages() {
        return Page.all().stream()
                .filter(page -> !OF_THE_COMMAND.contains(page.code())
                        && !OF_PYTHON.contains(page.code())
                        && !page.code().startsWith(OF_VARIABLES)
                        && !page.code().startsWith(OF_DAGSTER_PLUS)
                        && !page.code().startsWith(OF_RELEASES));
    }

    private static void bad(Page page, Path folder) throws IOException {
        BadRun run = BadRun.of(folder, page.code(), page.scene("## Bad"));
        if (Boolean.getBoolean("pages.update") && !run.screen().equals(page.screen())) {
            Files.writeString(page.file(), page.withScreen(run.screen()).text());
        }
        assertThat(run.screen()).isEqualTo(page.screen());
        assertThat(run.report().findings())
                .extracting(finding -> finding.code().id())
                .containsOnly(page.code());
        assertThat(run.report().exitCode())
                .isEqualTo(exitCode(run.report().findings().get(0)));
        run.assertNothingRefusedWasWritten();
    }

    private static int exitCode(Finding finding) {
        if (finding.code() == FindingCode.CHANGE_WRITE_FAILED) {
            return 3;
        }
        if (finding.code().id().startsWith("usage/")) {
            return 2;
        }
        return finding.isError() ? 1 : 0;
    }
}
