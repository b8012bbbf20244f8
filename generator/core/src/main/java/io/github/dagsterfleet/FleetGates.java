package io.github.dagsterfleet;

import io.github.dagsterfleet.change.ChangeKind;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.release.Gate;
import io.github.dagsterfleet.release.Move;
import io.github.dagsterfleet.release.Subject;
import io.github.dagsterfleet.source.git.CommitId;
import io.github.dagsterfleet.text.SourcePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What a run over the fleet, as it would be after the moves, answers for each of them. */
final class FleetGates {
    private final RunReport after;
    private final Set<SourcePath> built;

    /** @param after the fleet with the release files as they are to be */
    FleetGates(Rehearsal after) {
        this.after = after.report();
        this.built = after.built();
    }

    Move judge(Move move) {
        if (move.file().isEmpty()) {
            return move;
        }
        List<Finding> errors = errors(move);
        if (!(move.subject() instanceof Subject.OfRepo) || move.isLeaving()) {
            return move.and(List.of(gate(Gate.Kind.FILES, errors, "Dagster+ accepts the files")));
        }
        List<Gate> gates = new ArrayList<>();
        gates.add(gate(Gate.Kind.VARIABLES, errors, "every required variable is declared"));
        gates.add(
                gate(Gate.Kind.UPSTREAMS, errors, "every upstream is in `" + move.environment() + "`, or comes along"));
        gates.add(gate(Gate.Kind.GROUPS, errors, "groups are equal across their members"));
        gates.add(gate(Gate.Kind.FILES, errors, "Dagster+ accepts the files"));
        return move.and(gates);
    }

    /** Nothing, or that files of the repo are not as the sources say. */
    List<Gate> upToDate(Move move) {
        List<SourcePath> stale = move.file().isEmpty() ? List.of() : stale(move);
        return stale.isEmpty()
                ? List.of()
                : List.of(Gate.refused(
                        Gate.Kind.STAGE, "not up to date: " + stale.get(0) + more(stale.size()) + "; generate first"));
    }

    /** What is wrong with the release of another environment is no reason to keep this one from a better one. */
    private static boolean isOfAnotherPin(Finding error, Move move) {
        return error.site() instanceof Site.InSpan in
                && in.span().path().equals(move.subject().releaseFile())
                && CommitId.isValid(in.span().content())
                && move.to()
                        .filter(to -> to.id().value().equals(in.span().content()))
                        .isEmpty();
    }

    private List<Finding> errors(Move move) {
        Set<String> repo = MoveReport.repos(List.of(move));
        return after.findings().stream()
                .filter(finding -> finding.isError() && Concern.isFor(repo, finding) && !isOfAnotherPin(finding, move))
                .toList();
    }

    private static Gate gate(Gate.Kind kind, List<Finding> errors, String passed) {
        List<Finding> own =
                errors.stream().filter(error -> kind(error.code()) == kind).toList();
        return own.isEmpty()
                ? Gate.passed(kind, passed)
                : Gate.refused(kind, own.get(0).message() + more(own.size()));
    }

    private static Gate.Kind kind(FindingCode code) {
        return switch (code) {
            case DAGSTER_VARIABLE_WITHOUT_VALUE -> Gate.Kind.VARIABLES;
            case FLEET_UNKNOWN_NEED, FLEET_ABSENT_NEED, FLEET_NEED_CYCLE -> Gate.Kind.UPSTREAMS;
            case FLEET_UNEQUAL_VARIABLE -> Gate.Kind.GROUPS;
            default -> Gate.Kind.FILES;
        };
    }

    /** What of the repo is not as the sources say, other than what the move changes. */
    private List<SourcePath> stale(Move move) {
        Predicate<SourcePath> theirs = Concern.filesOf(MoveReport.repos(List.of(move)));
        SourcePath moved = move.subject().generated();
        SourcePath shared = moved.parent().resolve(Workspace.ALL);
        return after.changes().stream()
                .filter(change -> theirs.test(change.path())
                        && !change.path().isBelow(moved)
                        && !change.path().isBelow(shared)
                        && !(move.subject() instanceof Subject.OfBuild && isBuilt(change)))
                .map(RunReport.Change::path)
                .toList();
    }

    /** A file that nothing makes any more may be of a template that the release before had: it goes with the move. */
    private boolean isBuilt(RunReport.Change change) {
        return change.kind() == ChangeKind.ORPHAN || built.contains(change.path());
    }

    private static String more(int count) {
        return count > 1 ? " (and " + (count - 1) + " more)" : "";
    }
}
