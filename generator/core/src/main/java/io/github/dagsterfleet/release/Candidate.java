package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Released;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.Resolution;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.source.git.CommitId;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.util.Optional;

/**
 * A repo in an environment as a commit would make it, under what is specific to the environment now.
 *
 * @param inputs the digest of what it is made from
 */
record Candidate(CommitId commit, Target target, String inputs) {
    /**
     * Empty, with a finding, where the commit cannot be had or has no such repo there.
     *
     * @param repo as the tree has it
     */
    static Optional<Candidate> of(Pins pins, RepoSource repo, String environment, CommitId commit, Findings why) {
        Released asked = asked(ReleaseFile.ofRepo(repo.name()), commit);
        Optional<Release> release = pins.releases().at(asked, why);
        Optional<RepoSource> then = release.flatMap(found -> found.repos().readWithoutOverlays(repo.name(), why));
        if (release.isEmpty() || then.isEmpty()) {
            return Optional.empty();
        }
        Resolution resolution = release.get().resolver(asked).resolve(repo.over(then.get()), environment);
        if (resolution instanceof Resolution.Resolved resolved) {
            why.addAll(resolved.outcome().findings());
        }
        return resolution
                .target()
                .map(target ->
                        new Candidate(commit, target, release.get().inputs().of(target)));
    }

    /** Why there is none, in one clause. */
    static String reason(Findings why, Subject subject, CommitId commit) {
        return why.list().stream()
                .filter(Finding::isError)
                .map(Finding::message)
                .findFirst()
                .orElse(subject.words() + " is not in `" + subject.environment() + "` in " + commit.shown());
    }

    /** A release that no file names yet. */
    static Released asked(SourcePath file, CommitId commit) {
        return new Released(commit, new SourceText(file, "").whole());
    }
}
