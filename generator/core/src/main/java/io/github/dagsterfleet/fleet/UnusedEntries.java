package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What is there for every repo, and no repo takes. */
public final class UnusedEntries {
    private final Workspace workspace;
    private final List<RepoOutline> repos;
    private final Findings findings;

    private UnusedEntries(Workspace workspace, List<RepoOutline> repos, Findings findings) {
        this.workspace = workspace;
        this.repos = repos;
        this.findings = findings;
    }

    /**
     * Says which agents, secrets and profiles nobody takes. On the first day, without a repo, that is no news.
     *
     * @param repos every repo of the workspace, all complete
     */
    public static void check(Workspace workspace, List<RepoOutline> repos, Findings findings) {
        if (!repos.isEmpty()) {
            new UnusedEntries(workspace, repos, findings).check();
        }
    }

    private void check() {
        Fleet fleet = workspace.fleet();
        if (fleet.document().has("agents")) {
            Set<String> agents = taken(CatalogueUse::agents);
            fleet.agents().values().forEach(agent -> checkAgent(agent.name(), agents));
        }
        Set<String> secrets = taken(CatalogueUse::secrets);
        fleet.secrets().values().forEach(secret -> checkSecret(secret.name(), secrets));
        checkProfiles(taken(CatalogueUse::profiles));
    }

    private Set<String> taken(Function<CatalogueUse, Set<String>> part) {
        Set<String> names = new TreeSet<>();
        repos.forEach(repo -> names.addAll(part.apply(repo.use())));
        return names;
    }

    private void checkAgent(Scalar name, Set<String> taken) {
        if (!taken.contains(name.text())) {
            findings.add(unused(name, "no repo runs on agent `" + name.text() + "`")
                    .help("delete it, or write `agent: " + name.text() + "` in a repo.yaml"));
        }
    }

    private void checkSecret(Scalar name, Set<String> taken) {
        if (!taken.contains(name.text())) {
            findings.add(unused(name, "no variable takes secret `" + name.text() + "`")
                    .help("delete it, or give a variable `secret: " + name.text() + "#<key>`"));
        }
    }

    private static Finding unused(Scalar name, String message) {
        return Finding.at(FindingCode.FLEET_UNUSED, name.origin(), message).label("unused");
    }

    private void checkProfiles(Set<String> taken) {
        workspace.profileFiles().forEach((name, file) -> {
            if (!taken.contains(name)) {
                findings.add(Finding.in(
                                FindingCode.FLEET_UNUSED,
                                file,
                                "no repo and no location lists the profile `" + name + "`")
                        .help("add `" + name + "` to the `profiles` of who needs it, or delete the file"));
            }
        });
    }
}
