package io.github.dagsterfleet.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.source.MemorySources;
import io.github.dagsterfleet.text.SourcePath;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StraySourcesTest {
    private final Findings findings = new Findings();

    private WorkspaceReader reader(String... files) {
        Map<String, String> texts = new TreeMap<>();
        Stream.of(files).forEach(file -> texts.put(file, "a: 1\n"));
        return new WorkspaceReader(MemorySources.ofTexts(texts), Shapes.standard());
    }

    private Stream<String> told() {
        return findings.list().stream()
                .map(finding -> finding.code().id()
                        + finding.site()
                                .path()
                                .map(SourcePath::value)
                                .map(" "::concat)
                                .orElse(""));
    }

    @Test
    void aMisnamedBaseIsNotAlsoMissing() {
        assertThat(reader("environments/base.yml").read(findings)).isEmpty();
        assertThat(told()).containsExactly("fleet/stray-file environments/base.yml");
    }

    @Test
    void withoutAUsableBaseNoNameIsCalledUnknownButEndingsAreTold() {
        assertThat(reader("environments/base.yaml", "environments/x.yml", "environments/profiles/y.YAML")
                        .read(findings))
                .isEmpty();
        assertThat(told())
                .contains("fleet/stray-file environments/x.yml", "fleet/stray-file environments/profiles/y.YAML")
                .noneMatch(code -> code.startsWith(FindingCode.FLEET_UNKNOWN_ENVIRONMENT.id()));
    }

    @Test
    void aRepoThatIsGoneSinceItWasListedIsMissing() {
        assertThat(reader("repos/web/README.md").repos().read("web", Optional.of(Set.of("dev")), findings))
                .isEmpty();
        assertThat(told()).containsExactly("source/missing repos/web/repo.yaml");
    }

    @ParameterizedTest
    @CsvSource({
        "README.md",
        "pom.xml",
        "report.yaml",
        "docker-compose.yml",
        ".repo.yaml.swp",
        ".repo.yml",
        "repository.yaml",
        "dev.md",
        "release.yaml",
        "overlay.txt",
        "generated/dev/repo.yml",
        "overlays/README.md",
        "overlays/.dev.yaml",
        "overlays/dev.yaml.bak",
        "overlays/old/dev.yaml"
    })
    void whatIsSomebodyElsesIsLeftAlone(String file) {
        reader("repos/web/repo.yaml", "repos/web/" + file)
                .repos()
                .read("web", Optional.of(Set.of("dev", "prod")), findings);
        assertThat(told()).isNotEmpty().allMatch(code -> code.endsWith("repos/web/repo.yaml"));
    }
}
