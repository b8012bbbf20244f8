package io.github.dagsterfleet.cli;

import io.github.dagsterfleet.DagsterFleet;
import io.github.dagsterfleet.MoveReport;
import io.github.dagsterfleet.PromotionRequest;
import io.github.dagsterfleet.RecordRequest;
import io.github.dagsterfleet.Recorded;
import io.github.dagsterfleet.ReleaseArguments;
import io.github.dagsterfleet.ReleaseOption;
import io.github.dagsterfleet.RetireRequest;
import io.github.dagsterfleet.RollbackRequest;
import io.github.dagsterfleet.Spelling;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.release.Gate;
import io.github.dagsterfleet.release.Move;
import io.github.dagsterfleet.release.OverlayChoice;
import io.github.dagsterfleet.text.VisibleText;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The verbs about what environments render from. */
final class ReleaseVerbs {
    private final Arguments arguments;
    private final ReleaseArguments said;

    ReleaseVerbs(Arguments arguments) {
        this.arguments = arguments;
        this.said = said(arguments);
    }

    /** The last name is that of the environment. */
    private static ReleaseArguments said(Arguments arguments) {
        List<String> names = arguments.names();
        int repos = Math.max(0, names.size() - 1);
        Map<ReleaseOption, String> given = new EnumMap<>(ReleaseOption.class);
        for (ReleaseOption option : ReleaseOption.values()) {
            Option typed = Option.of(Spelling.COMMAND.name(option));
            if (arguments.has(typed)) {
                given.put(
                        option,
                        typed.value().flatMap(name -> arguments.value(typed)).orElse(""));
            }
        }
        return new ReleaseArguments(
                names.subList(0, repos), String.join("", names.subList(repos, names.size())), given, Spelling.COMMAND);
    }

    /** What makes no sense about it, if anything does not. */
    Optional<Finding> problem(Verb verb) {
        Outcome<?> request =
                switch (verb) {
                    case PROMOTE -> said.promotion();
                    case ROLLBACK -> rollback();
                    case RETIRE -> said.retirement();
                    case HOLD -> said.hold();
                    case DEPLOYED -> said.deployed();
                    default -> said.reason();
                };
        return request.findings().stream().findFirst();
    }

    MoveReport promote(DagsterFleet fleet) {
        PromotionRequest request = said.promotion().value().orElseThrow();
        return fleet.promote(request);
    }

    MoveReport rollBack(DagsterFleet fleet) {
        return fleet.rollBack(rollback().value().orElseThrow());
    }

    MoveReport rollBack(DagsterFleet fleet, OverlayChoice overlays) {
        return fleet.rollBack(rollback().value().orElseThrow().choosing(overlays));
    }

    MoveReport retire(DagsterFleet fleet) {
        RetireRequest request = said.retirement().value().orElseThrow();
        return fleet.retire(request);
    }

    private Outcome<RollbackRequest> rollback() {
        return said.rollback(arguments.values(Option.WITH));
    }

    /** What a person says when asked; empty where that is not the question, or nobody answers. */
    Optional<OverlayChoice> chosen(MoveReport report, Keyboard input, Screen screen) {
        List<String> changed = report.moves().stream()
                .filter(move -> move.isRefusedBy(Gate.Kind.OVERLAYS))
                .map(Move::name)
                .toList();
        if (changed.isEmpty() || arguments.has(Option.OVERLAYS) || screen.isForMachines()) {
            return Optional.empty();
        }
        return input.answer(
                        screen,
                        "overlays/" + said.environment() + ".yaml of " + VisibleText.of(String.join(", ", changed))
                                + " changed since. Keep it as it is now, or restore what it was then? [keep|restore] ")
                .flatMap(OverlayChoice::ofWord);
    }

    int hold(DagsterFleet fleet, Screen screen) {
        return recorded(fleet, screen, said.hold());
    }

    int deployed(DagsterFleet fleet, Screen screen) {
        return recorded(fleet, screen, said.deployed());
    }

    private static int recorded(DagsterFleet fleet, Screen screen, Outcome<RecordRequest> request) {
        Outcome<Recorded> recorded = request.then(fleet::record);
        return recorded.value()
                .map(done -> screen.page(done.text()))
                .orElseGet(() -> screen.refuse(recorded.findings()));
    }
}
