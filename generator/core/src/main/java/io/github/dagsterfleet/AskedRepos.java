package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.RepoReader;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.fleet.WorkspaceReader;
import java.util.Collection;
import java.util.Optional;

/**
 * The repos that somebody named, in a workspace that could be read.
 *
 * @param names sorted; none where the environment itself is meant
 */
record AskedRepos(Workspace workspace, RepoReader repos, Collection<String> names) {
    /** Empty, with findings, where the workspace cannot be read or has no such repos. */
    static Optional<AskedRepos> of(Parts parts, ReleasedRepos which, Findings findings) {
        WorkspaceReader reader = parts.workspaceReader();
        RepoReader repos = reader.repos();
        return reader.read(findings)
                .map(known -> new AskedRepos(known, repos, which.names(known.fleet(), repos, findings)))
                .filter(asked -> !findings.hasErrors());
    }

    /** Whether the others are there too; with findings where they are not. */
    boolean has(ReleasedRepos others, Findings findings) {
        Collection<String> unused = others.names(workspace.fleet(), repos, findings);
        return !findings.hasErrors();
    }
}
