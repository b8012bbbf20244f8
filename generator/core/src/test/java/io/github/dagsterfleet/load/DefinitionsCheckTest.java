package io.github.dagsterfleet.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Related;
import io.github.dagsterfleet.rule.checkout.CodeSource;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** With scripts in place of Python: they are asked once whether they have Dagster, and then run. */
@DisabledOnOs(OS.WINDOWS)
class DefinitionsCheckTest {
    private static final String PROBE = "[ \"$1\" = -c ] && exit 0\n";

    @TempDir
    Path folder;

    @Test
    void whatLoadsIsNoFinding() throws IOException {
        assertThat(check(PROBE + "exit 0\n", 60)).isEmpty();
    }

    @Test
    void theCodeSourceIsGivenAsItIs() throws IOException {
        assertThat(notes(check(PROBE + "echo \"$@\"; pwd | sed 's|.*/||'; exit 1\n", 60)))
                .containsExactly("-m dagster definitions validate --log-format json -m web -d src", "app");
    }

    @Test
    void theErrorIsTakenOutOfTheLog() throws IOException {
        String event = "Validation failed for code location web:\\n\\nRuntimeError: no\\n\\nStack Trace:\\n  [hidden]";
        List<Finding> findings = check(
                PROBE + "echo warning >&2\necho '{\"event\": \"" + event.replace("\\", "\\\\") + "\"}'\nexit 1\n", 60);
        assertThat(findings).extracting(Finding::code).containsExactly(FindingCode.CHECKOUT_LOAD);
        assertThat(notes(findings)).containsExactly("RuntimeError: no");
    }

    @Test
    void whatHangsIsStopped() throws IOException {
        List<Finding> findings = check(PROBE + "sleep 600\n", 1);
        assertThat(findings).singleElement().satisfies(finding -> assertThat(finding.message())
                .isEqualTo("Dagster cannot load `web` within 1 seconds"));
    }

    @Test
    void outputWithoutEndIsKeptToItsEnd() throws IOException {
        assertThat(notes(check(PROBE + "i=0; while [ $i -lt 30000 ]; do echo line $i; i=$((i+1)); done; exit 1\n", 60)))
                .endsWith("line 29999");
    }

    @Test
    void aPythonWithoutDagsterIsWrongUsage() throws IOException {
        assertThat(check("exit 1\n", 60)).extracting(Finding::code).containsExactly(FindingCode.USAGE_NO_PYTHON);
    }

    @Test
    void valuesOfTheEnvironmentAreNotShown() {
        VariableMask mask =
                new VariableMask(Map.of("TOKEN", "hunter2-secret", "SHORT", "ab", "PART", "hunter"), List.of());
        assertThat(mask.mask("ab hunter2-secret hunter")).isEqualTo("ab $TOKEN $PART");
    }

    @Test
    void whatWeSayOurselvesIsNoSecret() {
        VariableMask mask = new VariableMask(
                Map.of("USER", "dagster", "OLDPWD", "/srv/teams"), List.of("-m", "dagster", "/srv/teams/web"));
        assertThat(mask.mask("dagster found nothing in /srv/teams/web"))
                .isEqualTo("dagster found nothing in /srv/teams/web");
    }

    private List<Finding> check(String script, int seconds) throws IOException {
        Path python = folder.resolve("python");
        Files.writeString(python, "#!/bin/sh\n" + script);
        assertThat(python.toFile().setExecutable(true)).isTrue();
        Files.createDirectories(folder.resolve("app"));
        SourceText file = new SourceText(new SourcePath("dagster_cloud.yaml"), "web");
        CodeSource source = new CodeSource(
                Scalar.string("web", new Span(file, 0, 3)), List.of("-m", "web", "-d", "src"), new SourcePath("app"));
        Findings findings = new Findings();
        new DefinitionsCheck(Optional.of(python.toString()), seconds).check(folder, List.of(source), findings);
        return findings.list();
    }

    private static List<String> notes(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> finding.related().stream())
                .map(Related::message)
                .toList();
    }
}
