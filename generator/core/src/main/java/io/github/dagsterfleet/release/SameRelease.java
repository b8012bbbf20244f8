package io.github.dagsterfleet.release;

import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.source.git.Commit;
import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One repo in one environment whose release stays, and whose files this version of dagster-fleet makes from now on. */
final class SameRelease {
    private final Promotion of;
    private final RepoSource repo;
    private final String environment;
    private final ReleaseFile file;
    private final Optional<Pin> now;

    SameRelease(Promotion of, RepoSource repo, String environment, ReleaseFile file) {
        this.of = of;
        this.repo = repo;
        this.environment = environment;
        this.file = file;
        this.now = file.pin(environment);
    }

    Move move() throws IOException {
        if (now.isEmpty()) {
            return Move.done(repo.name(), environment, Optional.empty(), Optional.empty());
        }
        Pin pin = now.get();
        Optional<Commit> described = of.standing().describe(pin.release());
        if (!of.isOfOtherTool(repo.name(), environment, pin)) {
            return Move.done(repo.name(), environment, now.map(Pin::release), described);
        }
        Stage before = Stage.before(environment, of, repo, file);
        if (before.isOfOtherTool(of, repo.name())) {
            return refused(described, List.of(before.ofOtherTool()), Optional.of(before.accepting(repo.name())));
        }
        List<Gate> gates = gates(pin);
        return gates.stream().anyMatch(Gate::isRefused)
                ? refused(described, gates, Optional.empty())
                : new Move(
                        repo.name(),
                        environment,
                        now.map(Pin::release),
                        described,
                        Optional.of(file.with(environment, made(pin))),
                        Optional.empty(),
                        gates,
                        Optional.empty());
    }

    private List<Gate> gates(Pin pin) throws IOException {
        List<Gate> gates = new ArrayList<>();
        gates.add(Gate.passed(
                Gate.Kind.STAGE, "no environment before has files that another version of dagster-fleet made"));
        gates.add(Gate.passed(
                Gate.Kind.ORDER,
                "the same release, rendered by " + of.tool() + " instead of "
                        + of.made().from(repo.name(), environment).orElseThrow().tool()));
        gates.add(Gate.onHold(pin.hold(), of.today()));
        List<SourcePath> changed = of.standing()
                .uncommitted(List.of(
                        RepoSource.overlayFile(repo.name(), environment), Workspace.environmentFile(environment)));
        gates.add(
                changed.isEmpty()
                        ? Gate.passed(Gate.Kind.INPUTS, "every input is committed")
                        : Gate.uncommitted(changed));
        gates.add(Gate.passed(Gate.Kind.IMAGE, "the same release keeps its image"));
        return gates;
    }

    private Pin made(Pin pin) {
        return pin.madeBy(of.tool(), of.pins().inputs().overlay(repo.name(), environment));
    }

    private Move refused(Optional<Commit> described, List<Gate> gates, Optional<String> instead) {
        return Move.refused(repo.name(), environment, now.map(Pin::release), described, gates, instead);
    }
}
