package io.github.dagsterfleet.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.SystemStreamLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the goals about releases refuse, in the spelling of Maven; what they do is for the integration test. */
final class ReleaseMojosTest {
    /** Put together here, since hosts of repositories refuse a literal. */
    private static final String TOKEN = "gh" + "p_" + "aZ3kQ9xW7vB1nM5cL2dF8gH4jK6pR0tYsEuI";

    private final List<String> errors = new ArrayList<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @BeforeEach
    void setUp() throws IOException {
        write("environments/base.yaml", "format: 1\norganization: acme\nenvironments: [dev, prod]\npromoted: [prod]\n");
    }

    private void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private <T extends FleetMojo> T here(T mojo) {
        mojo.basedir = folder.toFile();
        mojo.setLog(new SystemStreamLog() {
            @Override
            public void error(CharSequence line) {
                errors.add(line.toString());
            }
        });
        return mojo;
    }

    private void refuses(FleetMojo mojo, String message, String help) {
        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasNoCause()
                .hasMessage("nothing was done");
        assertThat(errors).startsWith("error[usage/arguments]: " + message, "help: " + help);
    }

    @Test
    void aHotfixNeedsAReason() {
        PromoteMojo mojo = here(new PromoteMojo());
        mojo.hotfix = true;

        refuses(
                mojo,
                "a hotfix needs a reason, and only a hotfix has one",
                "write `-Ddagster-fleet.hotfix -Ddagster-fleet.reason=\"what is broken\"`");
    }

    @Test
    void aHotfixIsNotTheSameRelease() {
        PromoteMojo mojo = here(new PromoteMojo());
        mojo.hotfix = true;
        mojo.reason = "incident 4711";
        mojo.sameRelease = true;

        refuses(
                mojo,
                "a hotfix is another release, and `dagster-fleet.sameRelease` moves none",
                "leave one of them out");
    }

    @Test
    void aRollbackIsToldOfWhat() {
        refuses(
                here(new RollbackMojo()),
                "`rollback` is told no repo",
                "name one, or add `-Ddagster-fleet.ring=RING` or `-Ddagster-fleet.group=GROUP`");
    }

    @Test
    void anOverlayIsKeptOrRestored() {
        RollbackMojo mojo = here(new RollbackMojo());
        mojo.repos = List.of("hello");
        mojo.overlays = "merge";

        refuses(mojo, "`dagster-fleet.overlays` is `merge`", "write `keep` or `restore`");
    }

    @Test
    void aLocationIsOfOneRepo() {
        RetireMojo mojo = here(new RetireMojo());
        mojo.repos = List.of("hello", " goodbye");
        mojo.location = "hello";

        refuses(mojo, "`dagster-fleet.location` is given for several repos", "name one repo");
    }

    @Test
    void aHoldEndsOnADay() {
        HoldMojo mojo = here(new HoldMojo());
        mojo.repos = List.of("hello");
        mojo.reason = "incident 4711";
        mojo.until = "Friday";

        refuses(mojo, "`dagster-fleet.until` is no day", "write it like `-Ddagster-fleet.until=2026-12-31`");
    }

    @Test
    void anImageHasItsDigest() {
        DeployedMojo mojo = here(new DeployedMojo());
        mojo.repo = "hello";
        mojo.image = "latest";

        refuses(
                mojo,
                "`dagster-fleet.image` is no image that stays what it is",
                "write its tag and its digest: `-Ddagster-fleet.image=TAG@sha256:DIGEST`");
    }

    @Test
    void aSecretIsNotWrittenDown() {
        HoldMojo mojo = here(new HoldMojo());
        mojo.repos = List.of("hello");
        mojo.reason = "replace " + TOKEN;

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("nothing was done");
        assertThat(errors.get(0))
                .isEqualTo("error[policy/secret]: `dagster-fleet.reason` holds what looks like a secret,"
                        + " and would be written down");
        assertThat(errors).noneMatch(line -> line.contains(TOKEN));
    }

    @Test
    void movesAndDifferencesArePrintedForMachinesToo() throws Exception {
        write(
                "environments/base.yaml",
                """
                format: 1
                organization: acme
                environments: [dev, prod]
                promoted: [prod]
                dagster: 1.13.27
                agents: {plus: {platform: serverless}}
                """);
        write("repos/hello/repo.yaml", "agent: plus\nlocations: {hello: {code_source: {module_name: hello}}}\n");
        RetireMojo retire = here(new RetireMojo());
        retire.repos = List.of("hello");
        retire.environment = "prod";
        retire.format = "json";
        DiffMojo diff = here(new DiffMojo());
        diff.format = "json";

        assertThatThrownBy(() -> printed(retire)).isInstanceOf(MojoExecutionException.class);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("{\n  \"format\": 1,")
                .contains("\"moves\": []", "\"deletions\": []");
        out.reset();
        printed(diff);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith("{\n  \"format\": 1,")
                .contains("\"differences\": [");
        assertThat(errors).isEmpty();
    }

    private void printed(FleetMojo mojo) throws MojoExecutionException, MojoFailureException {
        mojo.out = new PrintStream(out, true, StandardCharsets.UTF_8);
        mojo.execute();
    }

    @Test
    void aFormatThatThereIsNotIsTheCallersFault() {
        DiffMojo mojo = here(new DiffMojo());
        mojo.format = "sarif";

        assertThatThrownBy(mojo::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasMessage("dagster-fleet.format is `sarif`; set it to `text`, `markdown` or `json`");
    }
}
