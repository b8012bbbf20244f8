package io.github.dagsterfleet;

import java.nio.file.Path;

/** A fleet with rings: alpha first, then beta, then gamma, which is in no ring. */
final class RingWorkspace {
    static final String RINGS =
            """
            rings:
              - {name: canary, repos: [alpha]}
              - {name: early, repos: [beta]}
            """;

    static final String NOTE = "templates/repo/note.txt.ftl";
    static final String MARK = "templates/project@environment/mark.txt.ftl";

    private RingWorkspace() {}

    /** Nothing is promoted yet. */
    static GitWorkspace withRings(Path folder) {
        GitWorkspace workspace = GitWorkspace.in(folder);
        workspace.files().append("environments/base.yaml", RINGS);
        return workspace
                .with(
                        "repos/gamma/repo.yaml",
                        workspace.files().read("repos/beta/repo.yaml").replace("beta", "gamma"))
                .with(NOTE, "one\n")
                .with(MARK, "one\n")
                .generated()
                .commit("Rings");
    }

    /** The same with gamma in the first ring; not committed yet. */
    static GitWorkspace withTwoCanaries(Path folder) {
        return withRings(folder).replace("environments/base.yaml", "repos: [alpha]", "repos: [alpha, gamma]");
    }

    /** No environment renders from releases, and alpha builds with one. */
    static GitWorkspace withBuildsAlone(Path folder) {
        return withRings(folder)
                .replace("environments/base.yaml", "promoted: [prod]\n", "")
                .generated()
                .commit("Everything from the tree")
                .promoted("alpha", "all");
    }

    /** Every repo builds with the release that says one. */
    static GitWorkspace pinned(Path folder) {
        return withRings(folder)
                .promoted("alpha", "all")
                .promoted("beta", "all")
                .promoted("gamma", "all");
    }

    static String note(GitWorkspace workspace, String repo) {
        return workspace.files().read("repos/" + repo + "/generated/all/note.txt");
    }

    static String notes(GitWorkspace workspace) {
        return (note(workspace, "alpha") + note(workspace, "beta") + note(workspace, "gamma"))
                .strip()
                .replace('\n', ' ');
    }

    static String pyproject(GitWorkspace workspace, String repo) {
        return workspace.files().read("repos/" + repo + "/generated/dev/pyproject.toml");
    }
}
