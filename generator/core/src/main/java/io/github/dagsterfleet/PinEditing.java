package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.release.Hold;
import io.github.dagsterfleet.release.Pin;
import io.github.dagsterfleet.release.PinEdit;
import io.github.dagsterfleet.release.ReleaseFile;
import io.github.dagsterfleet.release.ReleaseFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes the release files of repos with something recorded in them. Writes nothing. */
final class PinEditing {
    private PinEditing() {}

    /** Those that change, sorted by repo; fails for a repo of which the environment has no release. */
    static Outcome<List<ReleaseFile>> files(Parts parts, ReleasedRepos which, PinEdit edit) {
        Findings findings = new Findings();
        Optional<AskedRepos> asked = AskedRepos.of(parts, which, findings);
        if (asked.isEmpty()) {
            return Outcome.failed(findings);
        }
        List<ReleaseFile> edited = new ArrayList<>();
        ReleaseFiles files = new ReleaseFiles(parts.sources(), parts.shapes());
        for (String name : asked.get().names()) {
            files.read(name, findings).ifPresent(file -> {
                Optional<Pin> pin = file.pin(which.environment());
                if (pin.isEmpty()) {
                    findings.add(notThere(name, which.environment(), file));
                } else if (!edit.of(pin.get()).equals(pin.get())) {
                    edited.add(file.with(which.environment(), edit.of(pin.get())));
                }
            });
        }
        return Outcome.of(edited, findings);
    }

    /** That of an environment with another hold of everything, or none; nothing where it has that already. */
    static Outcome<List<ReleaseFile>> everything(Parts parts, String environment, Optional<Hold> hold) {
        Findings findings = new Findings();
        if (AskedRepos.of(parts, ReleasedRepos.in(environment), findings).isEmpty()) {
            return Outcome.failed(findings);
        }
        Optional<ReleaseFile> file = new ReleaseFiles(parts.sources(), parts.shapes())
                .read(ReleaseFile.ofEnvironment(environment), findings);
        List<ReleaseFile> edited = file.filter(known -> !known.hold().equals(hold))
                .map(known -> List.of(known.with(hold)))
                .orElse(List.of());
        return Outcome.of(edited, findings);
    }

    private static Finding notThere(String repo, String environment, ReleaseFile file) {
        if (environment.equals(Workspace.ALL)) {
            return Finding.of(
                            FindingCode.USAGE_ABSENT_TARGET,
                            "what `" + repo + "` builds with follows the tree, and has no release yet")
                    .help("run `dagster-fleet promote " + repo + " " + environment + "` first");
        }
        return NotThere.of(repo, environment, file.tombstone(environment));
    }
}
