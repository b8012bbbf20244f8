package io.github.dagsterfleet.change;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Judge;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.source.WorkTree;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.TextEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastRunFormatTest {
    private static final SourcePath BASE = new SourcePath("environments/base.yaml");
    private static final String CONTENT = "organization: acme\nvars: {lost: ü}\n";

    @TempDir
    Path root;

    @BeforeEach
    void oneSource() throws IOException {
        Files.createDirectories(root.resolve("environments"));
        Files.writeString(root.resolve(BASE.value()), CONTENT);
    }

    @Test
    void everythingThatAFindingCanHoldComesBack() throws IOException {
        SourceText text = new SourceText(BASE, CONTENT);
        Finding full = Finding.at(FindingCode.FLEET_UNUSED, text.span(26, 30), "nothing reads `vars.lost`")
                .label("unused")
                .note("also here", text.span(0, 4))
                .note("and in this file", new Site.InFile(new SourcePath("repos/web/repo.yaml")))
                .note("and nowhere", new Site.Nowhere())
                .help("delete it", new TextEdit(text.span(25, 34), "é\n"))
                .help("or read it")
                .by(Judge.AGENT);
        LastRun run = run(full, Finding.of(FindingCode.RELEASE_WAITING, "waits"));

        LastRun back = read(bytes(run).orElseThrow()).orElseThrow();

        assertThat(back).isEqualTo(run);
        assertThat(back.warnings().get(0).fix().orElseThrow().edits().get(0).replacement())
                .isEqualTo("é\n");
    }

    @Test
    void aTextWithASecretMaskedIsNotKept() throws IOException {
        SourceText masked = new SourceText(BASE, CONTENT.replace("acme", "****"));
        assertThat(bytes(run(Finding.at(FindingCode.FLEET_UNUSED, masked.span(0, 4), "unused"))))
                .isEmpty();
        assertThat(bytes(run(Finding.of(FindingCode.FLEET_UNUSED, "unused")
                        .help("delete it", new TextEdit(masked.span(0, 4), "")))))
                .isEmpty();
    }

    @Test
    void aTextOfACommitIsNotKept() throws IOException {
        SourceText former = new SourceText(BASE, CONTENT, Optional.of("4f2a1c9d0"));
        assertThat(bytes(run(Finding.at(FindingCode.FLEET_UNUSED, former.span(0, 4), "unused"))))
                .isEmpty();
    }

    @Test
    void aTextThatIsGoneIsNotShown() throws IOException {
        SourceText text = new SourceText(BASE, CONTENT);
        byte[] bytes = bytes(run(Finding.at(FindingCode.FLEET_UNUSED, text.span(26, 30), "unused")))
                .orElseThrow();
        Files.delete(root.resolve(BASE.value()));
        assertThat(read(bytes)).isEmpty();
    }

    private static LastRun run(Finding... warnings) {
        return new LastRun(2, 1L << 40, LocalDate.of(2026, 11, 23), List.of(warnings));
    }

    private Optional<byte[]> bytes(LastRun run) throws IOException {
        return new LastRunFormat(WorkTree.of(root)).bytes(run);
    }

    private Optional<LastRun> read(byte[] bytes) throws IOException {
        return new LastRunFormat(WorkTree.of(root)).read(bytes);
    }
}
