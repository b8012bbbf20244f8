package io.github.dagsterfleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Site;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Secrets of which a template has one half and the sources the other. */
class TemplateSecretsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String BASE =
            """
            format: 1
            organization: acme
            environments: [dev, prod]
            dagster: 1.13.27
            agents: {plus: {platform: serverless}}
            defaults: {vars: {half: %s}}
            """
                    .formatted("Zq81nWx0".repeat(4) + "kT2b");
    /** Both in one place would be a token to those who look through this file. */
    private static final String START = "ghp" + "_";

    @TempDir
    private Path root;

    private DiskWorkspace workspace(String template) {
        return DiskWorkspace.empty(root)
                .with("environments/base.yaml", BASE)
                .with("repos/alpha/repo.yaml", repo("alpha"))
                .with("repos/beta/repo.yaml", repo("beta"))
                .with("templates/repo/notes.yaml.ftl", template);
    }

    private static String repo(String name) {
        return "agent: plus\nlocations: {" + name + ": {code_source: {module_name: " + name + "}}}\n";
    }

    private static List<String> told(RunReport report) {
        return report.findings().stream()
                .filter(finding -> finding.code() == FindingCode.POLICY_SECRET)
                .map(TemplateSecretsTest::told)
                .toList();
    }

    private static String told(Finding finding) {
        return finding.message() + " at " + ((Site.InSpan) finding.site()).span();
    }

    @Test
    void aJoinedOneIsRefusedOnceForAllRepos() {
        RunReport report = workspace("note: ${\"" + START + "\" + vars.half}\n").generate();

        assertThat(told(report))
                .containsExactly("`note` holds what looks like a GitHub token at templates/repo/notes.yaml.ftl:1:7");
        assertThat(DiskWorkspace.changes(report)).noneMatch(change -> change.contains("repos/"));
    }

    @Test
    void oneSetInsideOfOtherTextIsRefused() {
        RunReport report =
                workspace("# see " + START + "${verbatim(vars.half)}\na: 1\n").generate();

        assertThat(told(report)).singleElement().asString().endsWith("at templates/repo/notes.yaml.ftl:1:11");
    }

    @Test
    void whatWasLetThroughOnceIsLookedAtAgain() {
        DiskWorkspace workspace = workspace("note: ${\"" + START + "\" + vars.half}\n");
        String waiver =
                """
                policies:
                  waivers:
                    - {policy: policy/secret, reason: revoked, owner: platform, until: 2026-12-01}
                """;
        assertThat(workspace
                        .with("environments/base.yaml", BASE + waiver)
                        .generateOn(TODAY)
                        .findings())
                .isEmpty();

        RunReport again = workspace.with("environments/base.yaml", BASE).generateOn(TODAY);

        assertThat(told(again)).hasSize(1);
    }

    @Test
    void harmlessHalvesAreLeftAlone() {
        assertThat(told(workspace("note: ${\"v\" + vars.half}\n").generate())).isEmpty();
    }
}
