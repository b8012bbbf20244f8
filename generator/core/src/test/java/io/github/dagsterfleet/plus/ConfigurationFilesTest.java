package io.github.dagsterfleet.plus;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "homes are named otherwise there")
class ConfigurationFilesTest {
    @TempDir
    private Path home;

    private final Findings findings = new Findings();

    private List<String> names(Map<String, String> environment) {
        return ConfigurationFiles.present(environment, findings).stream()
                .map(file -> file.tool() + " " + file.name() + " " + file.text().reveal())
                .toList();
    }

    private Path write(String name, String text) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void bothFilesAreFoundInTheHome() throws IOException {
        write(".config/dg.toml", "a");
        write(".dagster_cloud_cli/config", "b");
        assertThat(names(Map.of("HOME", home.toString())))
                .containsExactly("DG ~/.config/dg.toml a", "DAGSTER_CLOUD ~/.dagster_cloud_cli/config b");
        assertThat(findings.list()).isEmpty();
    }

    @Test
    void theFolderOfConfigurationsMayBeNamed() throws IOException {
        write("xdg/dg.toml", "a");
        assertThat(names(Map.of(
                        "HOME",
                        home.toString(),
                        "XDG_CONFIG_HOME",
                        home.resolve("xdg").toString())))
                .containsExactly("DG ~/xdg/dg.toml a");
    }

    @Test
    void eachFileMayBeNamed() throws IOException {
        Path dg = write("one.toml", "a");
        Path cloud = write("two.yaml", "b");
        assertThat(names(Map.of("DG_CLI_CONFIG", dg.toString(), "DAGSTER_CLOUD_CLI_CONFIG", cloud.toString())))
                .containsExactly("DG " + dg + " a", "DAGSTER_CLOUD " + cloud + " b");
    }

    @Test
    void aLinkIsFollowedOutOfItsFolder() throws IOException {
        Path kept = write("dotfiles/dg.toml", "a");
        Files.createDirectories(home.resolve(".config"));
        Files.createSymbolicLink(home.resolve(".config/dg.toml"), kept);
        assertThat(names(Map.of("HOME", home.toString()))).containsExactly("DG ~/.config/dg.toml a");
    }

    @Test
    void withoutAHomeThereIsNone() {
        assertThat(names(Map.of())).isEmpty();
        assertThat(findings.list()).isEmpty();
    }

    @Test
    void aFolderInItsPlaceCannotBeRead() throws IOException {
        Files.createDirectories(home.resolve(".config/dg.toml"));
        assertThat(names(Map.of("HOME", home.toString()))).isEmpty();
        assertThat(findings.list())
                .extracting(Finding::message)
                .containsExactly("`~/.config/dg.toml` cannot be read as text");
    }

    @Test
    void bytesThatAreNoTextCannotBeRead() throws IOException {
        Path file = write(".config/dg.toml", "");
        Files.write(file, new byte[] {'a', (byte) 0xFF});
        assertThat(names(Map.of("HOME", home.toString()))).isEmpty();
        assertThat(findings.hasErrors()).isTrue();
    }
}
