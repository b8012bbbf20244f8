package io.github.dagsterfleet;

import io.github.dagsterfleet.change.ChangePlan;
import io.github.dagsterfleet.change.difference.Difference;
import io.github.dagsterfleet.change.difference.Differences;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.fleet.Environment;
import io.github.dagsterfleet.fleet.Fleet;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.release.Leftovers;
import io.github.dagsterfleet.release.Move;
import io.github.dagsterfleet.release.Rollout;
import io.github.dagsterfleet.release.Sessions;
import io.github.dagsterfleet.release.Subject;
import io.github.dagsterfleet.text.SourcePath;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The whole fleet as it would be after moves. Nothing is written.
 *
 * @param report what a check of it says
 * @param differences what the moves change
 * @param rollouts how each repo would be deployed; sorted by name, only those that could be read
 * @param plans what would be written
 * @param built the files that repos build with
 */
record Rehearsal(
        RunReport report,
        Differences differences,
        List<Rollout> rollouts,
        List<ChangePlan> plans,
        Set<SourcePath> built) {
    /** The files that are generated for these in an environment, and for the environment itself. */
    static Predicate<SourcePath> filesOf(List<Subject> subjects, String environment) {
        Set<SourcePath> folders =
                subjects.stream().map(Subject::generated).collect(Collectors.toCollection(TreeSet::new));
        folders.add(Workspace.GENERATED.resolve(environment));
        return file -> folders.stream().anyMatch(file::isBelow);
    }

    /** @param inScope the generated files that the moves may change */
    static Rehearsal of(
            Parts parts, Workers workers, Fleet fleet, Collection<Move> moves, Predicate<SourcePath> inScope) {
        Set<String> moving = MoveReport.repos(moves);
        boolean ofEnvironment = moves.stream().anyMatch(move -> move.subject() instanceof Subject.OfEnvironment);
        AgainstDisk disk = new AgainstDisk(parts);
        Comparing comparing = new Comparing(
                folder -> folder.repo().map(moving::contains).orElse(ofEnvironment) ? disk.apply(folder) : List.of());
        Previewing preview = new Previewing(inScope, comparing);
        FleetRun run = new FleetRun(parts.with(SourceEdits.of(moves)), Request.EVERYTHING, preview, workers);
        RunReport report = run.run();
        Collection<Difference> found = comparing.found(report.findings());
        Set<String> told = moves.stream().map(Move::environment).collect(Collectors.toCollection(TreeSet::new));
        found.stream().map(Difference::environment).forEach(told::add);
        List<String> environments =
                fleet.environments().keySet().stream().filter(told::contains).toList();
        Differences differences = Differences.of("", environments, found);
        return new Rehearsal(ofMoves(report), differences, run.rollouts(), preview.plans(), preview.built());
    }

    /** What is typed to delete what the moves leave behind in Dagster+. */
    List<String> left(Collection<Move> moves, Environment environment) {
        List<String> locations = Leftovers.of(
                moves,
                rollouts.stream().map(Rollout::repo).toList(),
                environment.name().text());
        return Sessions.removal(locations, environment.deployment().text()).commands();
    }

    /**
     * What another version makes is no matter of these moves: they are made by this one. Nor is a repo that is gone: it
     * leaves one environment after the other, and no other way.
     */
    private static RunReport ofMoves(RunReport report) {
        return report.without(FindingCode.RELEASE_TOOL_CHANGED).without(FindingCode.RELEASE_STILL_RUNNING);
    }
}
