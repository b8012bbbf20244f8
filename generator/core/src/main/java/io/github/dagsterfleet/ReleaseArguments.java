package io.github.dagsterfleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.release.Hold;
import io.github.dagsterfleet.release.OverlayChoice;
import io.github.dagsterfleet.release.PinEdit;
import io.github.dagsterfleet.release.Retirement;
import io.github.dagsterfleet.release.Rollback;
import io.github.dagsterfleet.secret.SecretScan;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a shell was told about releases: made a request, or refused where it makes no sense.
 *
 * @param given the options; a switch with no text
 * @param spelling how this shell is told an option
 */
public record ReleaseArguments(
        List<String> repos, String environment, Map<ReleaseOption, String> given, Spelling spelling) {
    private static final Pattern IMAGE = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}@sha256:[0-9a-f]{64}");

    public ReleaseArguments {
        repos = List.copyOf(repos);
        given = Map.copyOf(given);
    }

    public Outcome<PromotionRequest> promotion() {
        if (has(ReleaseOption.HOTFIX) != has(ReleaseOption.REASON)) {
            return refused(
                    "a hotfix needs a reason, and only a hotfix has one",
                    "write `" + spelling.typed(ReleaseOption.HOTFIX) + " "
                            + spelling.typed(ReleaseOption.REASON, "\"what is broken\"") + "`");
        }
        if (has(ReleaseOption.HOTFIX) && has(ReleaseOption.SAME_RELEASE)) {
            return refused(
                    "a hotfix is another release, and " + quoted(ReleaseOption.SAME_RELEASE) + " moves none",
                    "leave one of them out");
        }
        if (which().isBuild() && which().isEnvironment()) {
            return noRepo("promote", List.of(ringOption(), groupOption()));
        }
        return written(() -> new PromotionRequest(
                which(), has(ReleaseOption.PLAN), value(ReleaseOption.REASON), has(ReleaseOption.SAME_RELEASE)));
    }

    /** @param with repos that go along */
    public Outcome<RollbackRequest> rollback(List<String> with) {
        Optional<String> overlays = value(ReleaseOption.OVERLAYS);
        Optional<OverlayChoice> choice = overlays.flatMap(OverlayChoice::ofWord);
        if (overlays.isPresent() && choice.isEmpty()) {
            return refused(
                    quoted(ReleaseOption.OVERLAYS) + " is `" + overlays.get() + "`",
                    "write " + Names.choice(OverlayChoice.words()));
        }
        if (which().isEnvironment()) {
            return noRepo("rollback", List.of(ringOption(), groupOption()));
        }
        Optional<ReleaseOption> meaningless = Stream.of(ReleaseOption.OVERLAYS, ReleaseOption.ALLOW_REMOVE)
                .filter(this::has)
                .findFirst();
        if (which().isBuild() && meaningless.isPresent()) {
            return refused(
                    "what repos build with has neither overlays nor locations to go back",
                    "leave " + quoted(meaningless.get()) + " out");
        }
        return written(() -> new RollbackRequest(
                which(),
                with,
                new Rollback.Wish(
                        value(ReleaseOption.TO), choice, has(ReleaseOption.ALLOW_REMOVE), value(ReleaseOption.REASON)),
                has(ReleaseOption.PLAN)));
    }

    public Outcome<RetireRequest> retirement() {
        if (repos.isEmpty()) {
            return noRepo("retire", List.of());
        }
        if (which().isBuild()) {
            return refused(
                    "`retire` is told `" + environment + "`, and what a repo builds with runs nowhere",
                    "name an environment; a file that nobody wants is turned off by `artifacts: {path: false}`");
        }
        if (has(ReleaseOption.LOCATION) && repos.size() > 1) {
            return refused(quoted(ReleaseOption.LOCATION) + " is given for several repos", "name one repo");
        }
        if (has(ReleaseOption.LIFT) && !has(ReleaseOption.LOCATION)) {
            return refused(
                    quoted(ReleaseOption.LIFT) + " is given without " + quoted(ReleaseOption.LOCATION),
                    "name the location, or `promote` the repo to have it there again");
        }
        return written(() -> new RetireRequest(
                repos,
                environment,
                new Retirement.Wish(
                        value(ReleaseOption.LOCATION), has(ReleaseOption.LIFT), value(ReleaseOption.REASON)),
                has(ReleaseOption.PLAN)));
    }

    /** Or the end of one. */
    public Outcome<RecordRequest> hold() {
        if (has(ReleaseOption.LIFT) == has(ReleaseOption.REASON)) {
            return refused(
                    "a hold needs a reason, and its end needs none",
                    "write `" + spelling.typed(ReleaseOption.REASON, "\"what to wait for\"") + "`, or `"
                            + spelling.typed(ReleaseOption.LIFT) + "`");
        }
        if (has(ReleaseOption.ALL) && !which().isEnvironment()) {
            return refused(
                    quoted(ReleaseOption.ALL) + " is given beside repos",
                    "leave the repos out, or `" + spelling.typed(ReleaseOption.ALL) + "`");
        }
        if (has(ReleaseOption.ALL) && which().isBuild()) {
            return refused(
                    quoted(ReleaseOption.ALL) + " holds an environment, and `" + environment + "` is none",
                    "hold each ring: `" + ringOption() + "`");
        }
        if (!has(ReleaseOption.ALL) && which().isEnvironment()) {
            return noRepo("hold", List.of(ringOption(), groupOption(), spelling.typed(ReleaseOption.ALL)));
        }
        try {
            Optional<LocalDate> until = value(ReleaseOption.UNTIL).map(LocalDate::parse);
            return written(() -> new RecordRequest(
                    which(),
                    value(ReleaseOption.REASON)
                            .<PinEdit>map(reason -> new PinEdit.Holding(new Hold(reason, until)))
                            .orElseGet(PinEdit.Lifting::new)));
        } catch (DateTimeParseException noDay) {
            return refused(
                    quoted(ReleaseOption.UNTIL) + " is no day",
                    "write it like `" + spelling.typed(ReleaseOption.UNTIL, "2026-12-31") + "`");
        }
    }

    public Outcome<RecordRequest> deployed() {
        if (which().isBuild()) {
            return refused(
                    "`deployed` is told `" + environment + "`, and what a repo builds with runs nowhere",
                    "name an environment");
        }
        String image = value(ReleaseOption.IMAGE).orElse("");
        Outcome<RecordRequest> request = written(() -> new RecordRequest(which(), new PinEdit.Deployed(image)));
        return request.value().isEmpty() || IMAGE.matcher(image).matches()
                ? request
                : refused(
                        quoted(ReleaseOption.IMAGE) + " is no image that stays what it is",
                        "write its tag and its digest: `" + spelling.typed(ReleaseOption.IMAGE, "TAG@sha256:DIGEST")
                                + "`");
    }

    /** Why something is done, for the record; empty where nobody said it. */
    public Outcome<Optional<String>> reason() {
        return written(() -> value(ReleaseOption.REASON));
    }

    /** The request, unless what others are to read says nothing, or too much. */
    private <T> Outcome<T> written(Supplier<T> request) {
        if (value(ReleaseOption.REASON).filter(String::isBlank).isPresent()) {
            return refused(
                    quoted(ReleaseOption.REASON) + " says nothing",
                    "write why, as in `" + spelling.typed(ReleaseOption.REASON, "\"incident 4711\"") + "`");
        }
        return Stream.of(ReleaseOption.REASON, ReleaseOption.IMAGE)
                .filter(option -> value(option)
                        .flatMap(said -> SecretScan.ofValue("", said))
                        .isPresent())
                .findFirst()
                .map(option -> Outcome.<T>failed(Finding.of(
                                FindingCode.POLICY_SECRET,
                                quoted(option) + " holds what looks like a secret, and would be written down")
                        .help("say it without the secret, which the shell may have noted: have that replaced")))
                .orElseGet(() -> Outcome.ok(request.get()));
    }

    private static <T> Outcome<T> noRepo(String verb, List<String> instead) {
        return refused(
                "`" + verb + "` is told no repo",
                instead.isEmpty() ? "name one" : "name one, or add " + Names.choice(instead));
    }

    private static <T> Outcome<T> refused(String message, String help) {
        return Outcome.failed(Finding.of(FindingCode.USAGE_ARGUMENTS, message).help(help));
    }

    private String ringOption() {
        return spelling.typed(ReleaseOption.RING, "RING");
    }

    private String groupOption() {
        return spelling.typed(ReleaseOption.GROUP, "GROUP");
    }

    private String quoted(ReleaseOption option) {
        return "`" + spelling.name(option) + "`";
    }

    private ReleasedRepos which() {
        return new ReleasedRepos(repos, value(ReleaseOption.RING), value(ReleaseOption.GROUP), environment);
    }

    private boolean has(ReleaseOption option) {
        return given.containsKey(option);
    }

    private Optional<String> value(ReleaseOption option) {
        return Optional.ofNullable(given.get(option));
    }
}
