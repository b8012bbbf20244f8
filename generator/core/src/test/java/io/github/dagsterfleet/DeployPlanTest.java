package io.github.dagsterfleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When there is a {@code deploy_plan.json}, and when it changes. */
class DeployPlanTest {
    private static final String PLAN = "environments/generated/prod/deploy_plan.json";
    private static final String BETA = "repos/beta/repo.yaml";

    @TempDir
    private Path temp;

    private DiskWorkspace workspace = DiskWorkspace.empty(Path.of("."));

    @BeforeEach
    void betaNeedsAlpha() {
        workspace = DiskWorkspace.ofTwoRepos(temp)
                .append("environments/base.yaml", "agents: {serverless: {platform: serverless}}\n");
        workspace.append(BETA, "needs: [alpha]\n");
    }

    @Test
    void thereIsNoneWhereNobodyNeedsAnybody() {
        workspace.with(BETA, DiskWorkspace.repo("beta", "two")).generated();

        assertThat(workspace.has(PLAN)).isFalse();
    }

    @Test
    void itGoesWithTheLastNeed() {
        workspace.generated().with(BETA, DiskWorkspace.repo("beta", "two")).generated();

        assertThat(workspace.has(PLAN)).isFalse();
    }

    @Test
    void anEnvironmentWithoutNeedsHasNone() {
        workspace
                .with("repos/beta/overlays/dev.yaml", "needs: {$remove: [alpha]}\n")
                .generated();

        assertThat(workspace.has(PLAN)).isTrue();
        assertThat(workspace.has("environments/generated/dev/deploy_plan.json")).isFalse();
    }

    @Test
    void aNewRepoThatNeedsNobodyChangesNothing() {
        String before = workspace.generated().read(PLAN);
        workspace
                .with("repos/gamma/repo.yaml", DiskWorkspace.repo("gamma", "two"))
                .generated();

        assertThat(workspace.read(PLAN)).isEqualTo(before);
    }

    @Test
    void itStaysAsItWasWhileNobodyKnowsWhatARepoNeeds() {
        String before = workspace.generated().read(PLAN);
        workspace
                .with(BETA, "nonsense\n")
                .with("environments/prod.yaml", "deployment_settings: {run_queue: {max_concurrent_runs: 5}}\n");

        RunReport report = workspace.generate();

        assertThat(workspace.read(PLAN)).isEqualTo(before);
        assertThat(report.exitCode()).isEqualTo(ExitCode.FINDINGS);
        assertThat(DiskWorkspace.changes(report))
                .contains("create environments/generated/prod/deployment_settings.yaml");
    }

    @Test
    void partOfTheFleetDoesNotTouchIt() {
        String before = workspace.generated().read(PLAN);
        workspace.with("repos/gamma/repo.yaml", DiskWorkspace.repo("gamma", "two") + "needs: [beta]\n");
        workspace.fleet().generate(new Request(List.of("gamma"), List.of(), List.of(), false));

        assertThat(workspace.read(PLAN)).isEqualTo(before);
    }
}
