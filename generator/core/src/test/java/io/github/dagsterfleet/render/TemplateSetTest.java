package io.github.dagsterfleet.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.source.MemorySources;
import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplateSetTest {
    private static List<String> problems(String... paths) {
        Map<String, String> files = new TreeMap<>();
        Stream.of(paths).forEach(path -> files.put(path, "a: 1\n"));
        return Workbench.set(files).findings().stream().map(Workbench::at).toList();
    }

    @Test
    void theStandardSetIsAsListed() throws IOException {
        Path templates = Path.of("../../templates");
        try (Stream<Path> files = Files.walk(templates)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> templates.relativize(file).toString().replace('\\', '/')))
                    .containsExactlyInAnyOrderElementsOf(BuiltInTemplates.NAMES);
        }
    }

    @Test
    void theStandardSetLoadsWithoutAWorkspaceFolder() {
        TemplateSet set =
                TemplateSet.load(MemorySources.ofTexts(Map.of())).value().orElseThrow();

        assertThat(set.outputs(Scope.REPO))
                .containsExactly(".env.example", ".github/workflows/dagster-plus.yml", ".gitlab-ci.yml");
        assertThat(set.outputs(Scope.FLEET)).isEmpty();
    }

    @Test
    void aWorkspaceOverridesByPathAndAddsItsOwn() {
        TemplateSet set = TemplateSet.load(MemorySources.ofTexts(
                        Map.of("templates/repo/.env.example.ftl", "A=1\n", "templates/fleet/CODEOWNERS.ftl", "* x\n")))
                .value()
                .orElseThrow();

        assertThat(set.of(Scope.REPO).get(0).source().content()).isEqualTo("A=1\n");
        assertThat(set.outputs(Scope.FLEET)).containsExactly("CODEOWNERS");
        assertThat(set.outputs(Scope.REPO_AT_ENVIRONMENT)).containsExactly("dagster_cloud.yaml", "env_set.json");
    }

    @Test
    void foldersThatAreNeverRenderedAreErrors() {
        assertThat(problems("templates/repos/x.yaml.ftl"))
                .containsExactly("render/template-folder at templates/repos/x.yaml.ftl");
        assertThat(problems("templates/x.yaml.ftl")).containsExactly("render/template-folder at templates/x.yaml.ftl");
    }

    @Test
    void outputPathsThatCannotBeAreErrors() {
        assertThat(problems("templates/repo/x.yaml")).containsExactly("render/output-path at templates/repo/x.yaml");
        assertThat(problems("templates/repo/.ftl")).containsExactly("render/output-path at templates/repo/.ftl");
        assertThat(problems("templates/repo/.git/hooks/x.ftl"))
                .containsExactly("render/output-path at templates/repo/.git/hooks/x.ftl");
    }

    @Test
    void pathsThatDifferInCaseOnlyAreOnePath() {
        assertThat(problems("templates/repo/X.yaml.ftl", "templates/repo/x.yaml.ftl"))
                .containsExactly("render/same-path at templates/repo/x.yaml.ftl");
    }

    @Test
    void everyTemplatesProblemsAreFoundAtOnce() {
        Outcome<TemplateSet> set = Workbench.set(Map.of(
                "templates/repo/a.yaml.ftl", "<#if x>\n",
                "templates/repo/b.yaml.ftl", "${.now}\n",
                "templates/other/c.yaml.ftl", "c\n"));

        assertThat(set.value()).isEmpty();
        assertThat(set.findings())
                .extracting(finding -> finding.code().id())
                .containsExactly("render/template-folder", "render/template-syntax", "render/forbidden");
    }

    @Test
    void twoDraftsOfOnePathNameBothTemplates() {
        Workbench.Result one = Workbench.render("x.yaml", "a: 1\n", "organization: acme\n");
        Workbench.Result other = Workbench.render("X.yaml", "a: 1\n", "organization: acme\n");
        Findings findings = new Findings();

        Draft.refuseSamePaths(List.of(one.drafts().get(0), other.drafts().get(0)), findings);

        assertThat(findings.list()).extracting(Workbench::at).containsExactly("render/same-path at X.yaml.ftl");
        assertThat(findings.list().get(0).related().get(0).site().path().map(SourcePath::fileName))
                .contains("x.yaml.ftl");
    }
}
