package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.fleet.RepoReader;
import io.github.dagsterfleet.fleet.TargetResolver;
import io.github.dagsterfleet.source.git.Commit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes repos, or locations of them, out of environments that render from releases.
 *
 * @param history describes releases
 * @param lost repos whose folders are gone
 * @param repos reads those of the tree
 * @param tree resolves from the tree
 * @param today is recorded
 */
public record Retirement(
        Pins pins, History history, LostReleases lost, RepoReader repos, TargetResolver tree, LocalDate today) {
    /**
     * What somebody asks for.
     *
     * @param location empty for the whole repo
     * @param back whether the location is to run again
     */
    public record Wish(Optional<String> location, boolean back, Optional<String> reason) {}

    /** Empty, with findings, where there is nothing of it to take out. */
    public Optional<Move> plan(String repo, String environment, Wish wish, Findings findings) {
        int before = findings.errorCount();
        Optional<ReleaseFile> file = pins.files()
                .read(repo, findings)
                .filter(known -> known.pin(environment).isPresent()
                        || known.tombstone(environment).isPresent())
                .or(() -> lost.of(repo));
        Subject.OfRepo subject = new Subject.OfRepo(repo, environment);
        if (findings.errorCount() > before) {
            return Optional.empty();
        }
        if (file.flatMap(known -> known.tombstone(environment)).isPresent()
                && wish.location().isEmpty()) {
            return Optional.of(unchanged(subject));
        }
        Optional<Pin> pin = file.flatMap(known -> known.pin(environment));
        if (pin.isEmpty()) {
            findings.add(Finding.of(
                            FindingCode.USAGE_ABSENT_TARGET,
                            "repo `" + repo + "` is not in environment `" + environment + "`")
                    .help("run `dagster-fleet order " + environment + "`, which names the repos that are"));
            return Optional.empty();
        }
        List<String> running = running(repo, environment, pin.get());
        return wish.location().isPresent()
                ? ofLocation(subject, file.get(), pin.get(), running, wish, findings)
                : Optional.of(leaving(
                        subject,
                        pin.get(),
                        Optional.empty(),
                        file.get()
                                .with(
                                        environment,
                                        new Tombstone(pin.get().release(), Optional.of(today), wish.reason())),
                        running.isEmpty()
                                ? Gate.unknown(
                                        Gate.Kind.LOCATIONS,
                                        "it is taken out, and its release cannot be rendered: see in Dagster+ what to delete")
                                : Gate.passed(Gate.Kind.LOCATIONS, "it is taken out, with " + Names.all(running)),
                        running));
    }

    /** What is asked for is so already, whatever the release. */
    private static Move unchanged(Subject subject) {
        return Move.done(subject, Optional.empty(), Optional.empty());
    }

    private static Move leaving(
            Subject subject, Pin pin, Optional<Commit> to, ReleaseFile after, Gate gate, List<String> gone) {
        return new Move(
                subject,
                Optional.of(pin.release()),
                to,
                Optional.of(after),
                Optional.empty(),
                gone,
                List.of(gate),
                Optional.empty());
    }

    private Optional<Move> ofLocation(
            Subject.OfRepo subject, ReleaseFile file, Pin pin, List<String> running, Wish wish, Findings findings) {
        String location = wish.location().orElseThrow();
        List<String> retired = new ArrayList<>(pin.retired());
        List<String> movable = wish.back() ? retired : running;
        if ((wish.back() ? running : retired).contains(location)) {
            return Optional.of(unchanged(subject));
        }
        if (!movable.contains(location)) {
            findings.add(Suggestions.help(
                    Finding.of(
                            FindingCode.USAGE_ABSENT_TARGET,
                            "`" + subject.name() + "` has no location `" + location + "` "
                                    + (wish.back() ? "that was taken out of" : "in") + " `" + subject.environment()
                                    + "`"),
                    location,
                    movable));
            return Optional.empty();
        }
        if (!wish.back() && running.size() == 1) {
            return Optional.of(Move.refused(
                    subject,
                    Optional.of(pin.release()),
                    history.describe(pin.release()),
                    List.of(Gate.refused(
                            Gate.Kind.LOCATIONS,
                            "`" + location + "` is the last one of `" + subject.name() + "` there: take out the repo")),
                    Optional.of("dagster-fleet retire " + subject.typed(subject.environment()))));
        }
        if (wish.back()) {
            retired.remove(location);
        } else {
            retired.add(location);
        }
        return Optional.of(leaving(
                subject,
                pin,
                history.describe(pin.release()),
                file.with(subject.environment(), pin.withRetired(retired)),
                Gate.passed(
                        Gate.Kind.LOCATIONS,
                        wish.back() ? "`" + location + "` runs again" : "`" + location + "` is taken out"),
                wish.back() ? List.of() : List.of(location)));
    }

    private List<String> running(String repo, String environment, Pin pin) {
        RunningLocations running = new RunningLocations(pins, tree);
        Set<String> environments = pins.fleet().environments().keySet();
        return repos.exists(repo)
                ? repos.read(repo, Optional.of(environments), new Findings())
                        .map(source -> running.of(source, environment, pin))
                        .orElse(List.of())
                : running.ofRelease(repo, environment, pin);
    }
}
