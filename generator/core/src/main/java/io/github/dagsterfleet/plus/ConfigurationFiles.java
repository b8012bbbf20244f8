package io.github.dagsterfleet.plus;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.plus.ConfigurationFile.Tool;
import io.github.dagsterfleet.source.TextDecoder;
import io.github.dagsterfleet.source.WorkTree;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.io.File;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the files in which {@code dg} and {@code dagster-cloud} keep who is logged in, where these two look for them. */
public final class ConfigurationFiles {
    private static final boolean WINDOWS = File.separatorChar == '\\';

    private final Map<String, String> environment;
    private final Findings findings;

    private ConfigurationFiles(Map<String, String> environment, Findings findings) {
        this.environment = environment;
        this.findings = findings;
    }

    /** Those that exist; one that cannot be read is an error. */
    public static List<ConfigurationFile> present(Map<String, String> environment, Findings findings) {
        ConfigurationFiles files = new ConfigurationFiles(environment, findings);
        List<ConfigurationFile> present = new ArrayList<>();
        files.dg().flatMap(file -> files.read(Tool.DG, file)).ifPresent(present::add);
        files.dagsterCloud()
                .flatMap(file -> files.read(Tool.DAGSTER_CLOUD, file))
                .ifPresent(present::add);
        return List.copyOf(present);
    }

    private Optional<Path> dg() {
        if (WINDOWS) {
            return said("DG_CLI_CONFIG").or(() -> home().map(home -> home.resolve("AppData/dg/dg.toml")));
        }
        return said("DG_CLI_CONFIG").or(() -> said("XDG_CONFIG_HOME")
                .or(() -> home().map(home -> home.resolve(".config")))
                .map(folder -> folder.resolve("dg.toml")));
    }

    private Optional<Path> dagsterCloud() {
        return said("DAGSTER_CLOUD_CLI_CONFIG").or(() -> home().map(home -> home.resolve(".dagster_cloud_cli/config")));
    }

    private Optional<Path> home() {
        return said(WINDOWS ? "USERPROFILE" : "HOME");
    }

    private Optional<Path> said(String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isEmpty())
                .map(Path::of);
    }

    private Optional<ConfigurationFile> read(Tool tool, Path file) {
        Optional<SourceText> text;
        try {
            text = content(file);
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException closed) { // or a name that no path of ours can have
            text = Optional.empty();
        }
        if (text.isEmpty()) {
            findings.add(Finding.of(FindingCode.PLUS_CONFIGURATION, "`" + name(file) + "` cannot be read as text")
                    .help("make it a text file that you may read, or delete it and run `dg plus login`"));
        }
        return text.map(SourceText::content)
                .map(content -> new ConfigurationFile(tool, name(file), SecretValue.of(content)));
    }

    /** By its real path, since whoever keeps such files in a repository links to them. */
    private static Optional<SourceText> content(Path file) throws IOException {
        Path real = file.toRealPath();
        Findings unshown = new Findings();
        return WorkTree.of(real.resolveSibling(""))
                .read(new SourcePath(String.valueOf(real.getFileName())), unshown)
                .flatMap(read -> TextDecoder.decode(read, unshown));
    }

    private String name(Path file) {
        return home().filter(file::startsWith)
                .map(home -> "~/" + home.relativize(file).toString().replace('\\', '/'))
                .orElseGet(file::toString);
    }
}
