package io.github.dagsterfleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.change.OwnedPaths;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.TargetResolver;
import io.github.dagsterfleet.fleet.UnreadVars;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.fleet.WorkspaceReader;
import io.github.dagsterfleet.layer.Fold;
import io.github.dagsterfleet.release.History;
import io.github.dagsterfleet.rule.fleet.Memberships;
import io.github.dagsterfleet.rule.policy.PolicyCheck;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.source.WorkTree;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstPassTest {
    @TempDir
    private Path temp;

    @Test
    void aRepoThatBreaksBetweenItsTwoReadingsKeepsItsFiles() throws IOException {
        DiskWorkspace workspace = DiskWorkspace.ofTwoRepos(temp).generated();
        Parts parts = new Parts(
                WorkTree.of(temp),
                new History(temp),
                Shapes.standard(),
                DagsterFleet.version(),
                LocalDate.EPOCH,
                OwnedPaths.NONE);
        Findings findings = new Findings();
        WorkspaceReader reader = parts.workspaceReader();
        Workspace fleet = reader.read(findings).orElseThrow();
        FirstPass first = new FirstPass(
                reader.repos(),
                new TargetResolver(fleet, parts.shapes(), new Fold()),
                Optional.empty(),
                Memberships.of(fleet.fleet()),
                Set.of("dev", "prod"),
                Optional.empty(),
                false,
                parts.secrets());
        ResolvedRepo repo = first.over("alpha");
        Production production = new Production(
                parts,
                new Renderers(parts.templates(findings).orElseThrow(), Optional.empty()),
                new UnreadVars(),
                PolicyCheck.of(fleet.fleet(), LocalDate.EPOCH, findings),
                Request.EVERYTHING,
                new Checking());

        workspace.with("repos/alpha/repo.yaml", "locations: [\n");
        Prepared files = first.files(repo, production);

        assertThat(repo.isSound()).isTrue();
        assertThat(files.findings()).extracting(Finding::code).containsExactly(FindingCode.SYNTAX_YAML);
        assertThat(production.land(files).changes()).isEmpty();
    }
}
