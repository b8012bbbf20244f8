package io.github.dagsterfleet;

import io.github.dagsterfleet.change.ChangeKind;
import io.github.dagsterfleet.change.FileChange;
import io.github.dagsterfleet.change.LastRun;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.release.LiveChange;
import io.github.dagsterfleet.release.Unpromoted;
import io.github.dagsterfleet.rule.policy.Waived;
import io.github.dagsterfleet.secret.Redaction;
import io.github.dagsterfleet.text.SourcePath;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a run found and did.
 *
 * @param findings sorted, each once
 * @param waived what a waiver lets through, sorted, each once; no reason to fail
 * @param changes sorted by path; what is unchanged is only counted
 * @param unchanged how many files were as they should be
 * @param reach what the run spoke of
 * @param notReleased the repos that were not promoted yet to an environment that renders from releases
 * @param unpromoted what differs in such an environment although no release moved
 */
public record RunReport(
        List<Finding> findings,
        List<Waived> waived,
        List<Change> changes,
        long unchanged,
        Reach reach,
        List<NotReleased> notReleased,
        Unpromoted unpromoted) {
    /** Of a run that met no environment that renders from releases. */
    public RunReport(List<Finding> findings, List<Waived> waived, List<Change> changes, long unchanged, Reach reach) {
        this(findings, waived, changes, unchanged, reach, List.of(), Unpromoted.NOTHING);
    }

    public RunReport {
        notReleased = List.copyOf(notReleased);
        findings = List.copyOf(findings);
        waived = List.copyOf(waived);
        changes = List.copyOf(changes);
    }

    /**
     * One path that differs from what it should be.
     *
     * @param diff lines of a unified diff, shortened; empty unless the run was asked for it
     */
    public record Change(SourcePath path, ChangeKind kind, List<String> diff) {
        static Change of(FileChange change, List<String> diff) {
            return new Change(change.path(), change.kind(), diff);
        }

        Change redacted(Redaction redaction) {
            return new Change(
                    redaction.of(path), kind, diff.stream().map(redaction::of).toList());
        }

        public Change {
            diff = List.copyOf(diff);
        }
    }

    /** Repos of which an environment that renders from releases has no release yet, sorted. */
    public record NotReleased(String environment, List<String> repos) {
        /** So many are named; more are counted. */
        private static final int NAMED = 3;

        public NotReleased {
            repos = List.copyOf(repos);
        }

        /** What belongs to the environment itself is listed by the name of its folder, and is no repo. */
        private String counted() {
            boolean own = repos.contains(Workspace.ENVIRONMENTS.value());
            return own ? repos.size() - 1 + " repos and environments" : repos.size() + " repos";
        }

        /** {@code not in prod yet: web}. */
        public String words() {
            return "not in " + environment + " yet: " + (repos.size() > NAMED ? counted() : String.join(", ", repos));
        }
    }

    /**
     * What a run spoke of.
     *
     * @param repos how many repos
     * @param environments whether it also spoke of what belongs to environments and to the whole fleet
     * @param history whether what it told hangs on more than the files that lie here
     */
    public record Reach(int repos, boolean environments, boolean history) {
        /** Of a run over nothing, or one that never began. */
        public static final Reach NOTHING = new Reach(0, false, false);

        String words() {
            return repos + (repos == 1 ? " repo" : " repos") + (environments ? " and environments" : "");
        }
    }

    /** Of a run that never began, or had nothing to begin with. */
    static RunReport nothingDone(List<Finding> why) {
        return new RunReport(why, List.of(), List.of(), 0, Reach.NOTHING);
    }

    /** Of a run that had nothing to do, since nothing changed after the one that ended so. */
    static RunReport unchanged(LastRun last) {
        return new RunReport(last.warnings(), List.of(), List.of(), last.files(), new Reach(last.repos(), true, false));
    }

    /** With more findings of the same run. */
    RunReport and(Findings more) {
        Findings all = new Findings();
        all.addAll(findings);
        all.addAll(more.list());
        return new RunReport(all.sorted(), waived, changes, unchanged, reach, notReleased, unpromoted);
    }

    /** Without the findings of one kind. */
    RunReport without(FindingCode code) {
        List<Finding> others =
                findings.stream().filter(finding -> finding.code() != code).toList();
        return new RunReport(others, waived, changes, unchanged, reach, notReleased, unpromoted);
    }

    /** What is wrong for these repos, and every change. */
    RunReport of(Set<String> repos) {
        List<Finding> own = findings.stream()
                .filter(finding -> Concern.isFor(repos, finding))
                .toList();
        return new RunReport(own, List.of(), changes, 0, new Reach(repos.size(), false, false));
    }

    /** What the next run has to tell when nothing changes until then; empty where it has to look itself. */
    Optional<LastRun> remembered(LocalDate today) {
        if (hasErrors() || !waived.isEmpty() || reach.history()) {
            return Optional.empty();
        }
        long files = unchanged + count(ChangeKind.CREATE) + count(ChangeKind.UPDATE);
        return Optional.of(new LastRun(reach.repos(), files, today, findings));
    }

    /** The same without any secret, for whoever prints it. */
    RunReport redacted(Redaction redaction) {
        return new RunReport(
                Finding.redacted(findings, redaction),
                waived.stream().map(one -> one.redacted(redaction)).toList(),
                changes.stream().map(change -> change.redacted(redaction)).toList(),
                unchanged,
                reach,
                notReleased,
                unpromoted.redacted(redaction));
    }

    public boolean hasErrors() {
        return findings.stream().anyMatch(Finding::isError);
    }

    /** One line that says what the run came to, such as {@code 4 repos and environments: 12 created, 39 unchanged}. */
    public String summary() {
        StringBuilder line = new StringBuilder(reach.words() + ": " + outcome());
        notReleased.forEach(missing -> line.append("; ").append(missing.words()));
        return line.toString();
    }

    /** The same without what it spoke of: {@code 12 created, 39 unchanged}. */
    public String outcome() {
        List<String> parts = new ArrayList<>();
        for (ChangeKind kind : ChangeKind.values()) {
            long count = count(kind);
            if (count > 0) {
                parts.add(count + " " + kind.counted());
            }
        }
        if (!waived.isEmpty()) {
            parts.add(waived.size() + " waived");
        }
        long errors = findings.stream().filter(Finding::isError).count();
        if (errors > 0) {
            parts.add(errors + (errors == 1 ? " error" : " errors"));
        }
        return parts.isEmpty() ? "nothing to generate" : String.join(", ", parts);
    }

    /** How many files are of this kind. */
    public long count(ChangeKind kind) {
        return kind == ChangeKind.UNCHANGED
                ? unchanged
                : changes.stream().filter(change -> change.kind() == kind).count();
    }

    /** The commit that says why so much changed without a promotion, where somebody had to say: no file does. */
    public Optional<String> next() {
        return unpromoted.live().stream()
                .filter(LiveChange::isAboveLimit)
                .flatMap(change -> change.reason().stream())
                .findFirst()
                .map(CommitCommand::because);
    }

    /** What the process ends with. */
    public int exitCode() {
        return ExitCode.of(findings);
    }
}
