package io.github.dagsterfleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.release.Gate;
import io.github.dagsterfleet.release.Hold;
import io.github.dagsterfleet.release.LiveChange;
import io.github.dagsterfleet.release.Move;
import io.github.dagsterfleet.release.PinEdit;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes in an environment that renders from releases although no release moved: by another tool, or live. */
class SkewTest {
    private static final String BASE = "environments/base.yaml";
    private static final String PROD = "repos/alpha/generated/prod/env_set.json";
    private static final String OVERLAY = "repos/alpha/overlays/prod.yaml";
    private static final String MANIFEST = "repos/alpha/generated/manifest.json";
    private static final String RELEASE = "repos/alpha/release.yaml";
    private static final String NEXT = "9.0.0";

    @TempDir
    private Path folder;

    @Test
    void theManifestTellsWhatFilesWereMadeFrom() {
        GitWorkspace workspace = GitWorkspace.in(folder);
        String start = workspace.head();
        assertThat(workspace.files().read(MANIFEST)).doesNotContain("releases");

        workspace.promoted("alpha", "prod");

        assertThat(workspace.files().read(MANIFEST))
                .startsWith(
                        """
                        {
                          "format": 1,
                          "tool": "%1$s",
                          "releases": {
                            "prod": {"release": "%2$s", "tool": "%1$s"}
                          },
                          "files": {
                            "all/.env.example": "\
                        """
                                .formatted(DagsterFleet.version(), start));
    }

    @Test
    void whatAnotherVersionMakesIsKeptBackAndToldOnce() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "beta", "prod");
        otherwise(workspace, "alpha");
        otherwise(workspace, "beta");
        String before = workspace.files().read(PROD);
        workspace.replace(BASE, "INFO", "DEBUG");

        RunReport report = workspace.fleet(NEXT).generate(Request.EVERYTHING);

        assertThat(report.exitCode()).isOne();
        assertThat(DiskWorkspace.codes(report)).containsExactly("release/tool-changed " + RELEASE);
        assertThat(report.findings().get(0).message())
                .isEqualTo("dagster-fleet 9.0.0 would change 2 files of 2 repos in `prod`, which "
                        + DagsterFleet.version() + " made of the same releases");
        assertThat(((Site.InSpan) report.findings().get(0).site()).span().line())
                .isEqualTo(5);
        assertThat(workspace.files().read(PROD)).isEqualTo(before);
        assertThat(workspace.files().read("repos/alpha/generated/dev/env_set.json"))
                .contains("DEBUG");
        assertThat(DiskWorkspace.codes(workspace.fleet(NEXT).check(Request.EVERYTHING)))
                .containsExactly("release/tool-changed " + RELEASE);
        assertThat(DiskWorkspace.codes(workspace.fleet(NEXT).generate(Request.EVERYTHING)))
                .containsExactly("release/tool-changed " + RELEASE);
    }

    @Test
    void theFindingNamesTheFilesOfOneRepo() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");
        otherwise(workspace, "alpha");

        RunReport report = workspace.fleet(NEXT).check(Request.EVERYTHING);

        Finding finding = finding(report, FindingCode.RELEASE_TOOL_CHANGED);
        assertThat(finding.related())
                .extracting(note -> note.site().path().orElseThrow().value())
                .containsExactly(PROD);
        assertThat(report.unpromoted().byTool())
                .extracting(one -> one.made().tool() + " " + one.tool())
                .containsExactly(DagsterFleet.version() + " " + NEXT);
    }

    @Test
    void theSamePromotionAcceptsWhatAnotherVersionMakes() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "beta", "prod");
        String release = workspace.git("rev-parse", "HEAD~1").strip();
        String made = workspace.files().read(PROD);
        otherwise(workspace, "alpha");
        otherwise(workspace, "beta");
        workspace.fleet(NEXT).generate(Request.EVERYTHING);
        workspace.commit("Upgrade");

        MoveReport report = workspace.promoteWith(NEXT, "alpha", "prod");

        assertThat(report.exitCode()).as(report.toString()).isZero();
        assertThat(report.moves())
                .flatExtracting(Move::gates)
                .extracting(Gate::words)
                .contains("the same release, rendered by 9.0.0 instead of " + DagsterFleet.version());
        assertThat(workspace.files().read(RELEASE))
                .contains("release: " + release)
                .contains("tool: 9.0.0")
                .doesNotContain("previous");
        assertThat(workspace.files().read(PROD)).isEqualTo(made);
        assertThat(finding(workspace.fleet(NEXT).check(Request.EVERYTHING), FindingCode.RELEASE_TOOL_CHANGED)
                        .site()
                        .path()
                        .orElseThrow()
                        .value())
                .isEqualTo("repos/beta/release.yaml");
        workspace.commit("Accept");
        assertThat(workspace.promoteWith(NEXT, "alpha", "prod").moves()).allMatch(Move::isDone);
        assertThat(workspace.promoteWith(NEXT, "beta", "prod").exitCode()).isZero();
        assertThat(DiskWorkspace.codes(workspace.fleet(NEXT).check(Request.EVERYTHING)))
                .isEmpty();
    }

    @Test
    void aVersionIsAcceptedWithoutWhatWasMergedSince() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");
        String release = workspace.git("rev-parse", "HEAD~1").strip();
        String made = workspace.files().read(PROD);
        otherwise(workspace, "alpha");
        workspace.replace(BASE, "INFO", "DEBUG");
        workspace.fleet(NEXT).generate(Request.EVERYTHING);
        workspace.commit("Debug");

        MoveReport report = workspace.accept(NEXT, "alpha", "beta", "prod");

        assertThat(report.exitCode()).as(report.toString()).isZero();
        assertThat(report.moves()).extracting(Move::isDone).containsExactly(false, true);
        assertThat(workspace.files().read(RELEASE))
                .contains("release: " + release)
                .contains("tool: 9.0.0");
        assertThat(workspace.files().read(PROD)).isEqualTo(made).contains("INFO");
        assertThat(workspace.accept(NEXT, "alpha", "prod").moves()).allMatch(Move::isDone);
    }

    @Test
    void aHoldKeepsAnotherVersionOutToo() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");
        otherwise(workspace, "alpha");
        workspace.fleet(NEXT).generate(Request.EVERYTHING);
        workspace.record(new PinEdit.Holding(new Hold("incident 4711", Optional.empty())), "alpha", "prod");

        MoveReport report = workspace.accept(NEXT, "alpha", "prod");

        assertThat(report.exitCode()).isOne();
        assertThat(report.moves())
                .flatExtracting(Move::gates)
                .filteredOn(gate -> gate.verdict() == Gate.Verdict.REFUSED)
                .extracting(Gate::words)
                .containsExactly("on hold: incident 4711");
    }

    @Test
    void anAcceptedVersionIsMadeAlsoWhereOnlyReleaseYamlWasMerged() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");
        String made = workspace.files().read(PROD);
        otherwise(workspace, "alpha");
        workspace.replace(RELEASE, "tool: " + DagsterFleet.version(), "tool: " + NEXT);

        RunReport report = workspace.fleet(NEXT).generate(Request.EVERYTHING);

        assertThat(report.exitCode()).isZero();
        assertThat(report.unpromoted().live()).isEmpty();
        assertThat(workspace.files().read(PROD)).isEqualTo(made);
    }

    @Test
    void anotherVersionThatMakesTheSameIsNoChange() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");

        assertThat(DiskWorkspace.codes(workspace.fleet(NEXT).generate(Request.EVERYTHING)))
                .isEmpty();

        workspace.commit("Upgrade");
        assertThat(workspace.files().read(MANIFEST)).contains("\"tool\": \"9.0.0\"}");
        assertThat(workspace.promoteWith(NEXT, "alpha", "prod").moves()).allMatch(Move::isDone);
    }

    @Test
    void anUrgentOverlayIsLiveAlsoAfterAnUpgradeThatChangedNothing() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");
        workspace.fleet(NEXT).generate(Request.EVERYTHING);

        workspace.with(OVERLAY, "env: {LOG_LEVEL: TRACE}\n");

        RunReport report = workspace.fleet(NEXT).generate(Request.EVERYTHING);
        assertThat(DiskWorkspace.codes(report)).isEmpty();
        assertThat(workspace.files().read(PROD)).contains("TRACE");
        assertThat(report.unpromoted().live())
                .extracting(LiveChange::words)
                .containsExactly("alpha changes in prod without a promotion");
    }

    @Test
    void anOverlayThatChangesWithTheVersionIsKeptBackToo() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");
        workspace.with(OVERLAY, "env: {LOG_LEVEL: TRACE}\n");

        RunReport report = workspace.fleet(NEXT).generate(Request.EVERYTHING);

        assertThat(DiskWorkspace.codes(report)).containsExactly("release/tool-changed " + RELEASE);
        assertThat(workspace.files().read(PROD)).doesNotContain("TRACE");
        workspace.commit("Urgent");
        assertThat(workspace.promoteWith(NEXT, "alpha", "prod").exitCode()).isZero();
        assertThat(workspace.files().read(PROD)).contains("TRACE");
    }

    @Test
    void aNewerReleaseIsAnOrdinaryPromotionWhateverTheVersion() {
        GitWorkspace workspace = GitWorkspace.in(folder).promoted("alpha", "prod");
        otherwise(workspace, "alpha");
        workspace.replace(BASE, "INFO", "DEBUG");
        workspace.fleet(NEXT).generate(Request.EVERYTHING);
        workspace.commit("Debug");

        MoveReport report = workspace.promoteWith(NEXT, "alpha", "prod");

        assertThat(report.exitCode()).as(report.toString()).isZero();
        assertThat(workspace.files().read(RELEASE)).contains("tool: 9.0.0").contains("previous:");
        assertThat(workspace.files().read(PROD)).contains("DEBUG");
    }

    @Test
    void anEnvironmentAcceptsNoVersionBeforeTheOneAheadOfIt() {
        GitWorkspace workspace = GitWorkspace.in(folder)
                .replace(BASE, "[dev, prod]", "[dev, staging, prod]")
                .replace(BASE, "promoted: [prod]", "promoted: [staging, prod]")
                .generated()
                .commit("Staging")
                .promoted("alpha", "staging")
                .promoted("alpha", "prod");
        otherwise(workspace, "alpha");
        otherwise(workspace, "alpha", "staging");
        workspace.fleet(NEXT).generate(Request.EVERYTHING);
        workspace.commit("Upgrade");

        MoveReport refused = workspace.promoteWith(NEXT, "alpha", "prod");

        assertThat(refused.exitCode()).isOne();
        assertThat(refused.next()).containsExactly("dagster-fleet promote alpha staging --same-release");
        assertThat(workspace.accept(NEXT, "alpha", "staging").exitCode()).isZero();
        workspace.commit("Staging");
        assertThat(workspace.promoteWith(NEXT, "alpha", "prod").exitCode()).isZero();
    }

    @Test
    void whatIsLiveIsCountedForEachEnvironment() {
        GitWorkspace workspace = GitWorkspace.in(folder)
                .with("environments/prod.yaml", "deployment: prod\n")
                .commit("Prod")
                .promoted("alpha", "beta", "prod");

        workspace.with("environments/prod.yaml", "deployment: prod\ndefaults: {env: {LOG_LEVEL: TRACE}}\n");

        assertThat(live(workspace.files().check())).containsExactly("alpha, beta change in prod without a promotion");
        assertThat(live(workspace.files().generate()))
                .containsExactly("alpha, beta change in prod without a promotion");
        assertThat(live(workspace.files().generate())).isEmpty();
        assertThat(live(workspace.files().check())).isEmpty();
    }

    @Test
    void aboveTheLimitLiveChangesNeedAReason() {
        GitWorkspace workspace = limited(1);
        String before = workspace.files().read(PROD);
        workspace
                .with("environments/prod.yaml", "deployment: prod\ndefaults: {env: {LOG_LEVEL: TRACE}}\n")
                .with("repos/beta/overlays/dev.yaml", "env: {LOG_LEVEL: TRACE}\n");

        RunReport refused = workspace.files().generate();

        assertThat(refused.exitCode()).isOne();
        assertThat(DiskWorkspace.codes(refused)).containsExactly("release/live-limit " + BASE);
        assertThat(refused.findings().get(0).message()).isEqualTo("2 repos in `prod` would change without a promotion");
        assertThat(workspace.files().read(PROD)).isEqualTo(before);
        assertThat(workspace.files().read("repos/beta/generated/dev/env_set.json"))
                .contains("TRACE");
        assertThat(DiskWorkspace.codes(workspace.files().check()))
                .containsExactly("change/drift " + PROD, "change/drift repos/beta/generated/prod/env_set.json");
        RunReport written = workspace.fleet().generate(because("rotate the keys; it's urgent"));
        assertThat(written.exitCode()).isZero();
        assertThat(workspace.files().read(PROD)).contains("TRACE");
        assertThat(live(written))
                .containsExactly("alpha, beta change in prod without a promotion, above the limit of 1:"
                        + " rotate the keys; it's urgent");
        assertThat(written.next())
                .contains("git add --all environments repos && git commit -m 'rotate the keys; it'\\''s urgent'");
        assertThat(workspace.files().check().exitCode()).isZero();
    }

    @Test
    void upToTheLimitNobodyHasToSayWhy() {
        GitWorkspace workspace = limited(2);
        workspace.with("environments/prod.yaml", "deployment: prod\ndefaults: {env: {LOG_LEVEL: TRACE}}\n");

        RunReport report = workspace.fleet().generate(because("no need"));

        assertThat(report.exitCode()).isZero();
        assertThat(report.next()).isEmpty();
        assertThat(live(report)).containsExactly("alpha, beta change in prod without a promotion");
    }

    @Test
    void aPromotionIsNoLiveChange() {
        GitWorkspace workspace = limited(0);
        workspace.replace(BASE, "INFO", "DEBUG").generated().commit("Debug");

        MoveReport report = workspace.promote("alpha", "beta", "prod");

        assertThat(report.exitCode()).isZero();
        workspace.commit("Promote");
        assertThat(workspace.files().check().exitCode()).isZero();
    }

    private GitWorkspace limited(int repos) {
        return GitWorkspace.in(folder)
                .with("environments/prod.yaml", "deployment: prod\n")
                .replace(
                        BASE, "promoted: [prod]\n", "promoted: [prod]\npolicies: {live_overlay_limit: " + repos + "}\n")
                .generated()
                .commit("Limit")
                .promoted("alpha", "beta", "prod");
    }

    private static Request because(String reason) {
        return new Request(List.of(), List.of(), List.of(), false, Optional.of(reason));
    }

    private static List<String> live(RunReport report) {
        return report.unpromoted().live().stream().map(LiveChange::words).toList();
    }

    private static Finding finding(RunReport report, FindingCode code) {
        return report.findings().stream()
                .filter(finding -> finding.code() == code)
                .findFirst()
                .orElseThrow();
    }

    private static void otherwise(GitWorkspace workspace, String repo) {
        otherwise(workspace, repo, "prod");
    }

    /** Makes a file what this version would have made, had it been another one. */
    private static void otherwise(GitWorkspace workspace, String repo, String environment) {
        workspace.madeOtherwise(repo, environment + "/env_set.json", text -> text.replace("  \"", "    \""));
    }
}
