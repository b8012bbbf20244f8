package io.github.dagsterfleet.release;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Platform;
import io.github.dagsterfleet.source.git.Commit;
import io.github.dagsterfleet.source.git.CommitId;
import io.github.dagsterfleet.text.SourcePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** One subject on its way to one environment: finds the next release, and asks at each gate that needs no other repo. */
final class PromotionStep {
    private final Promotion of;
    private final Material material;
    private final Subject subject;
    private final Optional<Hold> everything;
    private final Optional<Pin> now;
    private final Optional<String> hotfix;
    private final List<Gate> gates = new ArrayList<>();

    /** @param everything why nothing at all may be promoted to the environment */
    PromotionStep(Promotion of, Material material, Optional<Hold> everything, Optional<String> hotfix) {
        this.of = of;
        this.material = material;
        this.subject = material.subject();
        this.everything = everything;
        this.now = material.pin(subject.environment());
        this.hotfix = hotfix;
    }

    Move move() throws IOException {
        Stage before = hotfix.isPresent()
                ? Stage.none(Gate.unknown(Gate.Kind.STAGE, "skipped as a hotfix: " + hotfix.get()))
                : material.before();
        gates.add(before.gate());
        if (before.gate().isRefused()) {
            return ended(Optional.empty(), before.command());
        }
        Optional<CommitId> next = before.pin().isPresent() ? before.pin().map(Pin::release) : ofDefaultBranch();
        return next.isEmpty() ? ended(Optional.empty(), Optional.empty()) : to(next.get(), before);
    }

    /** The newest commit of the default branch that the tree stands on. */
    private Optional<CommitId> ofDefaultBranch() {
        Standing standing = of.standing();
        if (standing.head().isEmpty()) {
            gates.add(Gate.refused(Gate.Kind.INPUTS, "nothing is committed yet"));
            return Optional.empty();
        }
        if (standing.branch().isEmpty()) {
            gates.add(Gate.refused(
                    Gate.Kind.INPUTS,
                    "a release is a commit of the default branch, and there is neither `origin/HEAD` nor `main`:"
                            + " run `git remote set-head origin --auto`, or `git branch --move main`"));
            return Optional.empty();
        }
        if (standing.base().isEmpty()) {
            gates.add(Gate.refused(
                    Gate.Kind.INPUTS,
                    "this branch has no commit in common with `"
                            + standing.branch().get() + "`"));
        }
        return standing.base();
    }

    private Move to(CommitId next, Stage before) throws IOException {
        Optional<Pin> stage = before.pin();
        Optional<Commit> described = of.standing().describe(next);
        boolean ofTree = stage.isEmpty();
        Findings why = new Findings();
        Optional<Material.Made> made = material.made(next, why);
        if (made.isEmpty()) {
            gates.add(Gate.refused(Gate.Kind.FILES, Candidate.reason(why, subject, next)));
            return ended(described, Optional.empty());
        }
        String inputs = made.get().inputs();
        Gate committed = of.standing().isMerged(next)
                ? committed(ofTree, inputs)
                : Gate.refused(Gate.Kind.INPUTS, next.shown() + " is no commit of the default branch");
        gates.add(committed);
        if (!committed.isRefused()
                && now.filter(pin -> pin.inputs().equals(inputs)).isPresent()) {
            return material.otherTool(subject.environment(), now.get()).isPresent()
                    ? new SameRelease(of, material, everything).move()
                    : Move.done(subject, now.map(Pin::release), described);
        }
        gates.add(image(stage, made.get().platform()));
        gates.add(Gate.onHold(subject.environment(), everything, now.flatMap(Pin::hold), of.today()));
        Gate order = order(next);
        gates.add(order);
        return gates.stream().anyMatch(Gate::isRefused)
                ? ended(described, order.isRefused() && stage.isPresent() ? wayOut(before, next) : Optional.empty())
                : new Move(
                        subject,
                        now.map(Pin::release),
                        described,
                        Optional.of(material.file().with(subject.environment(), pin(next, inputs))),
                        Optional.empty(),
                        gone(made.get().locations()),
                        gates,
                        Optional.empty());
    }

    /** Where the stage before went back, and waits, so may this; else it takes a later release. */
    private Optional<String> wayOut(Stage before, CommitId next) {
        boolean wentBack = before.pin()
                .flatMap(Pin::hold)
                .filter(hold -> hold.isOn(of.today()))
                .isPresent();
        boolean wasHere = now.stream().flatMap(pin -> pin.previous().stream()).anyMatch(former -> former.release()
                .equals(next));
        return wentBack && wasHere && subject.repo().isPresent()
                ? Optional.of(
                        "dagster-fleet rollback " + subject.typed(subject.environment()) + " --to " + next.shown())
                : before.command();
    }

    private List<String> gone(List<String> then) {
        return now.map(material::running).stream()
                .flatMap(List::stream)
                .filter(location -> !then.contains(location))
                .toList();
    }

    private Gate order(CommitId next) throws IOException {
        if (now.isEmpty()) {
            return Gate.passed(
                    Gate.Kind.ORDER,
                    material.file()
                            .tombstone(subject.environment())
                            .map(tombstone -> "it comes back: " + subject.words() + " " + tombstone.words())
                            .orElse("it is the first release of " + subject.words() + " there"));
        }
        CommitId there = now.get().release();
        if (there.equals(next)) {
            return Gate.passed(Gate.Kind.ORDER, "it is what is there now");
        }
        if (of.standing().isBefore(next, there)) {
            return Gate.refused(Gate.Kind.ORDER, "a later release, " + there.shown() + ", is there now");
        }
        return of.standing().isBefore(there, next)
                ? Gate.passed(Gate.Kind.ORDER, "it comes after " + there.shown() + ", which is there now")
                : Gate.unknown(Gate.Kind.ORDER, "history does not tell whether it comes after " + there.shown());
    }

    private Pin pin(CommitId next, String inputs) {
        String live = material.live();
        Pin pin = now.map(before -> before.next(next, material.lived(before), inputs, live, of.tool()))
                .orElseGet(() -> Pin.first(Candidate.asked(subject.releaseFile(), next), inputs, live, of.tool()));
        return hotfix.map(pin::withHotfix).orElse(pin);
    }

    /** What is read from the tree whatever the release; and, where the release is that of the tree, its inputs. */
    private Gate committed(boolean ofTree, String inputs) throws IOException {
        SortedSet<SourcePath> files = new TreeSet<>(subject.live());
        if (ofTree) {
            files.addAll(material.inputFiles());
        }
        List<SourcePath> changed = of.standing().uncommitted(files);
        if (!changed.isEmpty()) {
            return Gate.uncommitted(changed);
        }
        boolean same = material.inputs().filter(inputs::equals).isPresent();
        return ofTree && !same
                ? Gate.refused(
                        Gate.Kind.INPUTS,
                        "the inputs of " + subject.words()
                                + " are not as the default branch has them: merge this branch")
                : Gate.passed(Gate.Kind.INPUTS, "every input is committed");
    }

    private Gate image(Optional<Pin> stage, Optional<Platform> platform) {
        if (platform.isEmpty()) {
            return Gate.passed(Gate.Kind.IMAGE, "nothing of it runs");
        }
        if (platform.get() == Platform.SERVERLESS) {
            return Gate.passed(Gate.Kind.IMAGE, "serverless has none");
        }
        if (stage.isEmpty()) {
            return Gate.unknown(
                    Gate.Kind.IMAGE,
                    hotfix.isPresent()
                            ? "none is recorded, as the stages before are skipped"
                            : "none is recorded of what renders from the tree");
        }
        return stage.get()
                .image()
                .map(image -> Gate.passed(Gate.Kind.IMAGE, "runs there as " + image))
                .orElseGet(() ->
                        Gate.unknown(Gate.Kind.IMAGE, "none is recorded for the stage before: `deployed` records one"));
    }

    private Move ended(Optional<Commit> described, Optional<String> instead) {
        return Move.refused(subject, now.map(Pin::release), described, gates, instead);
    }
}
