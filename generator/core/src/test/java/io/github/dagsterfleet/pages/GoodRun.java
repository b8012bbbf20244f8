package io.github.dagsterfleet.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.RunReport;
import io.github.dagsterfleet.finding.report.TextReport;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A workspace that is as it should be, and stays so. */
final class GoodRun {
    private GoodRun() {}

    /** From the bad scene on, as a person mends it: nothing is found then; a second run has nothing to do; a check is clean until a byte changes, and then names the file. */
    static void assertGood(Path folder, String code, Scene bad, Scene good) {
        Sandbox sandbox = Sandbox.in(folder, code, bad);
        bad.commands().forEach(sandbox::run);
        good.files().forEach(sandbox::write);
        good.commands().forEach(command -> assertClean(command, sandbox.run(command)));
        assertClean("generate", sandbox.generate());
        assertThat(sandbox.generate().changes())
                .as("a second run has nothing to do")
                .isEmpty();
        assertClean("check", sandbox.check());
        String edited = sandbox.files().keySet().stream()
                .filter(path -> path.contains("/generated/dev/"))
                .findFirst()
                .orElseThrow();
        String content = sandbox.files().getOrDefault(edited, "");
        sandbox.write(edited, ("X" + content.substring(1)).getBytes(StandardCharsets.ISO_8859_1));
        assertThat(sandbox.check().findings())
                .as("a check names the changed file")
                .allSatisfy(finding -> assertThat(finding.site().path()).hasToString("Optional[" + edited + "]"))
                .hasSize(1);
    }

    private static void assertClean(String what, RunReport report) {
        assertThat(new TextReport(false).print(report.findings())).as(what).isEmpty();
    }
}
