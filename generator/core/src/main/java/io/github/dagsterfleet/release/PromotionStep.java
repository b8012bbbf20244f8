package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Platform;
import io.github.dagsterfleet.fleet.Released;
import io.github.dagsterfleet.fleet.RepoSource;
import io.github.dagsterfleet.fleet.Resolution;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.source.git.Commit;
import io.github.dagsterfleet.source.git.CommitId;
import io.github.dagsterfleet.text.Origin;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** One repo on its way to one environment: finds the next release, and asks at each gate that needs no other repo. */
final class PromotionStep {
    private final Promotion of;
    private final RepoSource repo;
    private final String environment;
    private final ReleaseFile file;
    private final Optional<Pin> now;
    private final Optional<String> hotfix;
    private final List<Gate> gates = new ArrayList<>();

    PromotionStep(Promotion of, RepoSource repo, String environment, ReleaseFile file, Optional<String> hotfix) {
        this.of = of;
        this.repo = repo;
        this.environment = environment;
        this.file = file;
        this.now = file.pin(environment);
        this.hotfix = hotfix;
    }

    Move move() throws IOException {
        Optional<String> before = hotfix.isPresent() ? Optional.empty() : before();
        Optional<Pin> stage = before.filter(of.pins()::isPromoted).flatMap(file::pin);
        if (before.filter(of.pins()::isPromoted).isPresent() && stage.isEmpty()) {
            gates.add(Gate.refused(Gate.Kind.STAGE, "`" + repo.name() + "` is not in `" + before.get() + "` yet"));
            return ended(Optional.empty(), Optional.of("dagster-fleet promote " + repo.name() + " " + before.get()));
        }
        Optional<CommitId> next = stage.isPresent() ? stage.map(Pin::release) : ofDefaultBranch();
        if (next.isEmpty()) {
            return ended(Optional.empty(), Optional.empty());
        }
        gates.add(stage(before, stage));
        return to(next.get(), stage);
    }

    /** The nearest environment before this one that the repo is in. */
    private Optional<String> before() {
        Optional<String> before = Optional.empty();
        for (String name : of.pins().fleet().environments().keySet()) {
            if (name.equals(environment)) {
                return before;
            }
            if (!(of.tree().resolve(repo, name) instanceof Resolution.Absent)) {
                before = Optional.of(name);
            }
        }
        return before;
    }

    private Gate stage(Optional<String> before, Optional<Pin> stage) {
        if (hotfix.isPresent()) {
            return Gate.unknown(Gate.Kind.STAGE, "skipped as a hotfix: " + hotfix.get());
        }
        if (stage.isPresent()) {
            return Gate.passed(
                    Gate.Kind.STAGE,
                    "`" + before.orElseThrow() + "` renders from "
                            + stage.get().release().shown());
        }
        return Gate.passed(
                Gate.Kind.STAGE,
                before.map(name -> "`" + name + "` renders from the tree, whose inputs are those of the release")
                        .orElse("no environment comes before"));
    }

    /**
     * The newest commit of the default branch that the tree stands on, as long as nothing that matters here was changed
     * since.
     */
    private Optional<CommitId> ofDefaultBranch() throws IOException {
        Optional<CommitId> head = of.git().head();
        Optional<String> branch = of.git().defaultBranch();
        Optional<CommitId> tip = branch.isPresent() ? of.git().commit(branch.get()) : Optional.empty();
        if (head.isEmpty() || tip.isEmpty()) {
            gates.add(Gate.refused(
                    Gate.Kind.INPUTS,
                    "a release is a commit of the default branch, and there is neither `origin/HEAD` nor `main`"));
            return Optional.empty();
        }
        Optional<CommitId> base = of.git().mergeBase(head.get(), tip.get());
        if (base.isEmpty()) {
            gates.add(Gate.refused(
                    Gate.Kind.INPUTS, "this branch has no commit in common with `" + shown(branch.get()) + "`"));
        }
        return base;
    }

    private Move to(CommitId next, Optional<Pin> stage) throws IOException {
        Optional<Commit> described = of.git().describe(next);
        boolean ofTree = stage.isEmpty();
        Optional<Target> here = target(of.tree().resolve(repo, environment));
        Optional<Target> there = released(next);
        if (there.isEmpty()) {
            gates.add(Gate.refused(
                    Gate.Kind.FILES,
                    "`" + repo.name() + "` cannot be resolved in `" + environment + "` from " + next.shown()));
            return ended(described, Optional.empty());
        }
        String inputs = digest(next, there.get());
        Gate committed = committed(ofTree, here, inputs);
        gates.add(committed);
        if (!committed.isRefused()
                && now.filter(pin -> pin.inputs().equals(inputs)).isPresent()) {
            return new Move(
                    repo.name(),
                    environment,
                    now.map(Pin::release),
                    described,
                    Optional.empty(),
                    List.of(),
                    Optional.empty());
        }
        gates.add(image(stage, there.get()));
        gates.add(hold());
        if (isBehind(next)) {
            gates.add(Gate.refused(
                    Gate.Kind.ORDER,
                    "`" + environment + "` renders from a later release, "
                            + now.get().release().shown()));
            return ended(described, Optional.empty());
        }
        gates.add(Gate.passed(
                Gate.Kind.ORDER,
                now.map(pin -> pin.release().equals(next)
                                ? "it is what is there now"
                                : "it comes after " + pin.release().shown() + ", which is there now")
                        .orElse("it is the first release of `" + repo.name() + "` there")));
        return gates.stream().anyMatch(Gate::isRefused)
                ? ended(described, Optional.empty())
                : new Move(
                        repo.name(),
                        environment,
                        now.map(Pin::release),
                        described,
                        Optional.of(file.with(environment, pin(next, inputs))),
                        gates,
                        Optional.empty());
    }

    private boolean isBehind(CommitId next) throws IOException {
        return now.isPresent()
                && !next.equals(now.get().release())
                && of.git().isAncestor(next, now.get().release());
    }

    private Pin pin(CommitId next, String inputs) {
        String overlay = of.pins().inputs().overlay(repo.name(), environment);
        Pin pin = now.map(before -> before.next(next, inputs, overlay, of.tool()))
                .orElseGet(() -> Pin.first(next, nowhere(), inputs, overlay, of.tool()));
        return hotfix.map(pin::withHotfix).orElse(pin);
    }

    private Optional<Target> released(CommitId next) {
        return of.pins().releases().at(asked(next), new Findings()).flatMap(release -> release.repos()
                .readWithoutOverlays(repo.name(), new Findings())
                .flatMap(then -> target(release.resolver()
                        .ofOneRepo(new Released(next, nowhere()))
                        .resolve(repo.over(then), environment))));
    }

    private String digest(CommitId next, Target target) {
        return of.pins()
                .releases()
                .at(asked(next), new Findings())
                .orElseThrow()
                .inputs()
                .of(target);
    }

    private Pin asked(CommitId commit) {
        return Pin.first(commit, nowhere(), "", "", of.tool());
    }

    private Origin nowhere() {
        return new SourceText(ReleaseFile.path(repo.name()), "").whole();
    }

    /** What is read from the tree whatever the release; and, where the release is that of the tree, its inputs. */
    private Gate committed(boolean ofTree, Optional<Target> here, String inputs) throws IOException {
        SortedSet<SourcePath> files = new TreeSet<>(
                List.of(RepoSource.overlayFile(repo.name(), environment), Workspace.environmentFile(environment)));
        if (ofTree) {
            here.ifPresent(target -> files.addAll(of.pins().inputs().files(target)));
            files.add(RepoSource.folder(repo.name()).resolve("repo.yaml"));
        }
        List<SourcePath> changed = of.git().uncommitted(List.copyOf(files));
        if (!changed.isEmpty()) {
            return Gate.refused(
                    Gate.Kind.INPUTS,
                    "not committed: "
                            + String.join(
                                    ", ",
                                    changed.stream().map(SourcePath::value).toList()));
        }
        boolean same = here.filter(target -> of.pins().inputs().of(target).equals(inputs))
                .isPresent();
        return ofTree && !same
                ? Gate.refused(
                        Gate.Kind.INPUTS, "this branch changes what `" + repo.name() + "` is made from: merge it first")
                : Gate.passed(Gate.Kind.INPUTS, "every input is committed");
    }

    private Gate image(Optional<Pin> stage, Target target) {
        if (target.agent().platform() == Platform.SERVERLESS) {
            return Gate.passed(Gate.Kind.IMAGE, "serverless has none");
        }
        return stage.flatMap(Pin::image)
                .map(image -> Gate.passed(Gate.Kind.IMAGE, "runs there as " + image))
                .orElseGet(() ->
                        Gate.unknown(Gate.Kind.IMAGE, "none is recorded for the stage before: `deployed` records one"));
    }

    private Gate hold() {
        return now.flatMap(Pin::hold)
                .filter(hold -> hold.isOn(of.today()))
                .map(hold -> Gate.refused(
                        Gate.Kind.HOLD,
                        "on hold" + hold.until().map(day -> " until " + day).orElse("") + ": " + hold.reason()))
                .orElseGet(() -> Gate.passed(Gate.Kind.HOLD, "nothing is on hold"));
    }

    private Move ended(Optional<Commit> described, Optional<String> instead) {
        return new Move(repo.name(), environment, now.map(Pin::release), described, Optional.empty(), gates, instead);
    }

    private static String shown(String branch) {
        return branch.replaceFirst("^refs/(heads|remotes)/", "");
    }

    private static Optional<Target> target(Resolution resolution) {
        return resolution instanceof Resolution.Resolved resolved
                ? resolved.outcome().value()
                : Optional.empty();
    }
}
