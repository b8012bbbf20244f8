package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Platform;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.fleet.WorkspaceReader;
import io.github.dagsterfleet.source.git.CommitId;
import io.github.dagsterfleet.source.git.GitTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One repo on its way back in one environment: finds the earlier release, and asks at each gate that needs no other repo. */
final class RollbackStep {
    private final Rollback of;
    private final Subject.OfRepo subject;
    private final String repo;
    private final String environment;
    private final ReleaseFile file;
    private final Rollback.Wish wish;
    private final Findings findings;
    private final BackwardMove move;
    private final List<Gate> gates;

    RollbackStep(Rollback of, Subject.OfRepo subject, ReleaseFile file, Rollback.Wish wish, Findings findings) {
        this.of = of;
        this.subject = subject;
        this.repo = subject.name();
        this.environment = subject.environment();
        this.file = file;
        this.wish = wish;
        this.findings = findings;
        this.move = new BackwardMove(of, subject, wish);
        this.gates = move.gates();
    }

    /** Empty, with findings, where the repo cannot be read. */
    Optional<WayBack> plan(List<CommitId> notAfter) throws IOException {
        Optional<Pin> now = file.pin(environment);
        if (now.isEmpty()) {
            Optional<Tombstone> tombstone = file.tombstone(environment);
            gates.add(Gate.refused(
                    Gate.Kind.ORDER,
                    tombstone
                            .map(stone -> "it " + stone.words())
                            .orElse("nothing of it was promoted to `" + environment + "` yet")));
            return Optional.of(
                    move.refused(now, tombstone.map(stone -> "dagster-fleet promote " + subject.typed(environment))));
        }
        EarlierReleases earlier = new EarlierReleases(of.standing(), now.get());
        Optional<EarlierReleases.Found> found = earlier.find(wish.to(), notAfter, this::overlayThen, gates);
        if (found.isEmpty()) {
            return Optional.of(gates.isEmpty() ? move.stays(now.get()) : move.refused(now));
        }
        return to(found.get(), now.get());
    }

    private Optional<WayBack> to(EarlierReleases.Found found, Pin now) throws IOException {
        FormerRelease to = found.release();
        Optional<RestoredOverlay> overlay = overlay(to);
        WorkspaceReader reader = overlay.map(of::under).orElseGet(() -> new WorkspaceReader(of.sources(), of.shapes()));
        Set<String> environments = of.pins().fleet().environments().keySet();
        Optional<RepoSource> source = reader.repos().read(repo, Optional.of(environments), findings);
        if (source.isEmpty()) {
            return Optional.empty();
        }
        Findings why = new Findings();
        Optional<Candidate> candidate = Candidate.of(of.pins(), source.get(), environment, to.release(), why);
        if (candidate.isEmpty()) {
            gates.add(Gate.refused(Gate.Kind.FILES, Candidate.reason(why, subject, to.release())));
            return Optional.of(move.refused(Optional.of(now)));
        }
        List<String> locations = new RunningLocations(of.pins(), of.tree()).of(source.get(), environment, now);
        List<String> gone = new ArrayList<>(locations);
        gone.removeAll(candidate.get().target().locationNames());
        gates.add(removal(gone));
        gates.add(move.inputs(to.release()));
        gates.add(image(candidate.get().target(), to));
        Hold hold = move.hold(now);
        String overlays = overlay.map(restored -> to.overlays())
                .orElseGet(() -> of.pins().inputs().overlay(repo, environment));
        Pin back = now.back(to, found.older(), candidate.get().inputs(), overlays, of.tool(), hold);
        return Optional.of(new WayBack(move.to(to, now, file.with(environment, back), overlay, gone), locations));
    }

    /** As it was with the release, if it changed since and is to go back; whether nobody said so is a gate. */
    private Optional<RestoredOverlay> overlay(FormerRelease to) throws IOException {
        String name = "overlays/" + environment + ".yaml";
        if (of.pins().inputs().overlay(repo, environment).equals(to.overlays())) {
            gates.add(Gate.passed(Gate.Kind.OVERLAYS, name + " is as it was then"));
            return Optional.empty();
        }
        if (wish.overlays().isEmpty()) {
            gates.add(Gate.refused(
                    Gate.Kind.OVERLAYS,
                    name + " changed since: say whether to keep it as it is (`--overlays keep`), or to restore what it"
                            + " was (`--overlays restore`)"));
            return Optional.empty();
        }
        if (wish.overlays().get() == OverlayChoice.KEEP) {
            gates.add(Gate.passed(Gate.Kind.OVERLAYS, name + " changed since, and stays as it is now"));
            return Optional.empty();
        }
        Optional<RestoredOverlay> then = new FormerOverlays(of.standing().git(), repo, environment).find(to.overlays());
        gates.add(
                then.isPresent()
                        ? Gate.passed(Gate.Kind.OVERLAYS, name + " changed since, and becomes what it was then")
                        : Gate.refused(
                                Gate.Kind.OVERLAYS,
                                name + " as it was then is not in the history that is here: fetch all of it, or write"
                                        + " `--overlays keep`"));
        return then;
    }

    /** Of a release that was never promoted: the overlay that its commit has. */
    private String overlayThen(CommitId release) throws IOException {
        Optional<GitTree> tree = of.standing().git().tree(release);
        return tree.map(files -> new InputsDigest(files).overlay(repo, environment))
                .orElseGet(() -> of.pins().inputs().overlay(repo, environment));
    }

    private Gate removal(List<String> gone) {
        if (gone.isEmpty()) {
            return Gate.passed(Gate.Kind.LOCATIONS, "every location of now existed then");
        }
        String names = "`" + String.join("`, `", gone) + "`";
        return wish.allowRemove()
                ? Gate.passed(Gate.Kind.LOCATIONS, names + " did not exist then, and is taken out")
                : Gate.refused(
                        Gate.Kind.LOCATIONS,
                        names + " did not exist then: `--allow-remove` takes it out of `" + environment + "`");
    }

    private static Gate image(Target target, FormerRelease to) {
        if (target.agent().platform() == Platform.SERVERLESS) {
            return Gate.passed(Gate.Kind.IMAGE, "serverless has none");
        }
        return to.image()
                .map(image -> Gate.passed(Gate.Kind.IMAGE, "ran with it: " + image))
                .orElseGet(() -> Gate.unknown(Gate.Kind.IMAGE, "nobody recorded which one ran with it"));
    }
}
