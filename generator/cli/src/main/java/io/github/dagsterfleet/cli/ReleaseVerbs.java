package io.github.dagsterfleet.cli;

import io.github.dagsterfleet.DagsterFleet;
import io.github.dagsterfleet.MoveReport;
import io.github.dagsterfleet.PromotionRequest;
import io.github.dagsterfleet.ReleasedRepos;
import io.github.dagsterfleet.RetireRequest;
import io.github.dagsterfleet.RollbackRequest;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.release.Gate;
import io.github.dagsterfleet.release.Hold;
import io.github.dagsterfleet.release.Move;
import io.github.dagsterfleet.release.OverlayChoice;
import io.github.dagsterfleet.release.PinEdit;
import io.github.dagsterfleet.release.Retirement;
import io.github.dagsterfleet.release.Rollback;
import io.github.dagsterfleet.secret.SecretScan;
import io.github.dagsterfleet.text.VisibleText;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The verbs about what environments render from. */
final class ReleaseVerbs {
    private static final Pattern IMAGE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}@sha256:[0-9a-f]{64}");

    private final Arguments arguments;

    ReleaseVerbs(Arguments arguments) {
        this.arguments = arguments;
    }

    /** What these options say is to stand in release.yaml, for everybody who can read the repository. */
    Optional<Finding> secret() {
        return Stream.of(Option.REASON, Option.IMAGE)
                .filter(option -> arguments
                        .value(option)
                        .flatMap(said -> SecretScan.ofValue("", said))
                        .isPresent())
                .findFirst()
                .map(option -> Finding.of(
                                FindingCode.POLICY_SECRET,
                                "`" + option.text() + "` holds what looks like a secret, and would be written down")
                        .help("say it without the secret, which the shell may have noted: have that replaced"));
    }

    MoveReport promote(DagsterFleet fleet) {
        return fleet.promote(new PromotionRequest(
                which(),
                arguments.has(Option.PLAN),
                arguments.value(Option.REASON),
                arguments.has(Option.SAME_RELEASE)));
    }

    MoveReport rollBack(DagsterFleet fleet, Optional<OverlayChoice> overlays) {
        return fleet.rollBack(new RollbackRequest(
                which(),
                arguments.values(Option.WITH),
                new Rollback.Wish(
                        arguments.value(Option.TO_RELEASE),
                        overlays,
                        arguments.has(Option.ALLOW_REMOVE),
                        arguments.value(Option.REASON)),
                arguments.has(Option.PLAN)));
    }

    MoveReport retire(DagsterFleet fleet) {
        return fleet.retire(new RetireRequest(
                which().repos(),
                which().environment(),
                new Retirement.Wish(
                        arguments.value(Option.LOCATION), arguments.has(Option.LIFT), arguments.value(Option.REASON)),
                arguments.has(Option.PLAN)));
    }

    /** What somebody said is to become of overlays. */
    Optional<OverlayChoice> overlays() {
        return arguments.value(Option.OVERLAYS).flatMap(OverlayChoice::ofWord);
    }

    /** What a person says when asked; empty where that is not the question, or nobody answers. */
    Optional<OverlayChoice> chosen(MoveReport report, Keyboard input, Screen screen) {
        List<String> changed = report.moves().stream()
                .filter(move -> move.isRefusedBy(Gate.Kind.OVERLAYS))
                .map(Move::name)
                .toList();
        if (changed.isEmpty() || screen.isForMachines()) {
            return Optional.empty();
        }
        return input.answer(
                        screen,
                        "overlays/" + which().environment() + ".yaml of " + VisibleText.of(String.join(", ", changed))
                                + " changed since. Keep it as it is now, or restore what it was then? [keep|restore] ")
                .flatMap(OverlayChoice::ofWord);
    }

    int hold(DagsterFleet fleet, Screen screen) {
        if (arguments.has(Option.LIFT)) {
            return held(fleet, screen, Optional.empty(), "no longer on hold");
        }
        String reason = arguments.value(Option.REASON).orElse("");
        try {
            Optional<LocalDate> until = arguments.value(Option.UNTIL).map(LocalDate::parse);
            return held(
                    fleet,
                    screen,
                    Optional.of(new Hold(reason, until)),
                    "on hold" + until.map(day -> " until " + day).orElse("") + ": " + reason);
        } catch (DateTimeParseException noDay) {
            return screen.refuse(Finding.of(FindingCode.USAGE_ARGUMENTS, "`--until` is no day")
                    .help("write it like `--until 2026-12-31`"));
        }
    }

    /** @param hold empty for its end */
    private int held(DagsterFleet fleet, Screen screen, Optional<Hold> hold, String words) {
        if (!arguments.has(Option.ALL)) {
            return recorded(
                    fleet, screen, hold.<PinEdit>map(PinEdit.Holding::new).orElseGet(PinEdit.Lifting::new), words);
        }
        String environment = which().environment();
        Outcome<Boolean> changed = fleet.holdEverything(environment, hold);
        return changed.value()
                .map(done -> screen.page(
                        done
                                ? "everything in " + environment + ": " + words
                                        + "\nnext: git add environments && git commit\n"
                                : "nothing to do\n"))
                .orElseGet(() -> screen.refuse(changed.findings()));
    }

    int deployed(DagsterFleet fleet, Screen screen) {
        String image = arguments.value(Option.IMAGE).orElse("");
        return IMAGE.matcher(image).matches()
                ? recorded(fleet, screen, new PinEdit.Deployed(image), "runs " + image)
                : screen.refuse(Finding.of(FindingCode.USAGE_ARGUMENTS, "`--image` is no image that stays what it is")
                        .help("write its tag and its digest: `--image TAG@sha256:DIGEST`"));
    }

    private int recorded(DagsterFleet fleet, Screen screen, PinEdit edit, String words) {
        Outcome<List<String>> changed = fleet.record(which(), edit);
        return changed.value()
                .map(repos -> screen.page(repos.isEmpty() ? "nothing to do\n" : lines(repos, words)))
                .orElseGet(() -> screen.refuse(changed.findings()));
    }

    private String lines(List<String> repos, String words) {
        StringBuilder out = new StringBuilder();
        repos.forEach(repo -> out.append(repo)
                .append(" in ")
                .append(which().environment())
                .append(": ")
                .append(words)
                .append('\n'));
        return out.append("next: git add --all repos && git commit\n").toString();
    }

    /** The last name is that of the environment. */
    private ReleasedRepos which() {
        List<String> names = arguments.names();
        return new ReleasedRepos(
                names.subList(0, names.size() - 1),
                arguments.value(Option.RING),
                arguments.value(Option.GROUP),
                names.get(names.size() - 1));
    }
}
