package io.github.dagsterfleet.cli;

import io.github.dagsterfleet.DagsterFleet;
import io.github.dagsterfleet.DiffRequest;
import io.github.dagsterfleet.Request;
import io.github.dagsterfleet.RunReport;
import io.github.dagsterfleet.Validation;
import io.github.dagsterfleet.explain.Explanation;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.load.DefinitionsCheck;
import io.github.dagsterfleet.release.DeployOrder;
import io.github.dagsterfleet.release.OrderText;
import io.github.dagsterfleet.release.Purpose;
import io.github.dagsterfleet.schema.SchemaKind;
import io.github.dagsterfleet.schema.SchemaPublisher;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntBiFunction;
import java.util.stream.Collectors;

/** What each verb does: asks the façade once, and prints once. */
final class Verbs {
    private final Arguments arguments;
    private final Screen screen;
    private final Surroundings surroundings;

    private Verbs(Arguments arguments, Screen screen, Surroundings surroundings) {
        this.arguments = arguments;
        this.screen = screen;
        this.surroundings = surroundings;
    }

    static Verbs of(Arguments arguments, Screen screen, Surroundings surroundings) {
        return new Verbs(arguments, screen, surroundings);
    }

    /** The exit code. */
    int run() {
        if (arguments.has(Option.VERSION)) {
            return screen.version(DagsterFleet.version());
        }
        if (arguments.has(Option.HELP)) {
            return screen.page(arguments.verb().map(VerbPages::of).orElse(Usage.TEXT));
        }
        return switch (arguments.verb().orElseThrow()) {
            case GENERATE -> act(DagsterFleet::generate, Screen::generated);
            case CHECK -> act(DagsterFleet::check, Screen::checked);
            case VALIDATE -> validate();
            case DIFF ->
                inWorkspace(
                        fleet -> fleet.diff(new DiffRequest(arguments.names(), arguments.value(Option.RELEASE))),
                        Screen::differed);
            case EXPLAIN -> inWorkspace(this::explain, Verbs::explained);
            case PROMOTE -> inWorkspace(fleet -> releases().promote(fleet), Screen::moved);
            case ROLLBACK -> rollBack();
            case RETIRE -> inWorkspace(fleet -> releases().retire(fleet), Screen::moved);
            case HOLD -> inWorkspace(releases()::hold);
            case DEPLOYED -> inWorkspace(releases()::deployed);
            case ORDER -> inWorkspace(this::order, this::ordered);
            case ENV_LOCAL -> inWorkspace(env()::local);
            case ENV_CHECK -> envCheck();
            case ENV_APPLY -> inWorkspace(env()::apply);
            case SCHEMA -> schema();
            case HELP -> help();
        };
    }

    private int act(BiFunction<DagsterFleet, Request, RunReport> action, ToIntBiFunction<Screen, RunReport> print) {
        Request request = new Request(
                arguments.names(),
                arguments.values(Option.ENVIRONMENT),
                arguments.values(Option.TEAM),
                arguments.has(Option.DISCARD),
                arguments.value(Option.REASON));
        return inWorkspace(fleet -> action.apply(fleet, request), print);
    }

    /** Works anywhere; in a workspace without a name, on its sources. */
    private int validate() {
        Optional<String> told = arguments.value(Option.WORKSPACE);
        if (!arguments.names().isEmpty()) {
            Validation validation = validate(surroundings.folder(), arguments.names());
            return (areBelow(surroundings.folder()) ? screen.at(surroundings.folder()) : screen).validated(validation);
        }
        Optional<Path> workspace = told.isPresent()
                ? WorkspaceFolder.at(surroundings.folder().resolve(told.get()))
                : WorkspaceFolder.above(surroundings.folder());
        boolean needed = told.isPresent() || arguments.has(Option.CHECKOUT);
        if (needed && workspace.isEmpty()) {
            return screen.refuse(noWorkspace(told));
        }
        return workspace.isPresent()
                ? validateSources()
                : screen.at(surroundings.folder()).validated(validate(surroundings.folder(), List.of(".")));
    }

    private int validateSources() {
        Optional<Finding> meaningless = WrongUsage.ofWorkspace(arguments);
        return meaningless.isPresent()
                ? screen.refuse(meaningless.get())
                : inWorkspace(
                        fleet -> fleet.validate(surroundings.folder(), arguments.values(Option.CHECKOUT), load()),
                        Screen::judged);
    }

    /** A Python that is named by its path is found from here; by its name alone, on the path. */
    private Optional<DefinitionsCheck> load() {
        Optional<String> python = arguments
                .value(Option.PYTHON)
                .map(name ->
                        name.contains("/") ? surroundings.folder().resolve(name).toString() : name);
        return arguments.has(Option.LOAD)
                ? Optional.of(new DefinitionsCheck(python, DefinitionsCheck.SECONDS))
                : Optional.empty();
    }

    private Validation validate(Path here, List<String> paths) {
        Optional<String> release = arguments.value(Option.DAGSTER);
        return arguments.has(Option.FIX)
                ? DagsterFleet.fix(here, paths, release)
                : DagsterFleet.validate(here, paths, release, load());
    }

    /** What lies elsewhere is named from where it lies. */
    private boolean areBelow(Path folder) {
        try {
            return arguments.names().stream()
                    .allMatch(name -> folder.resolve(name).normalize().startsWith(folder.normalize()));
        } catch (InvalidPathException noName) {
            return false;
        }
    }

    private EnvVerbs env() {
        return new EnvVerbs(arguments, surroundings);
    }

    /** With one name, of a file, which needs no workspace. */
    private int envCheck() {
        List<String> names = arguments.names();
        return names.size() == 1
                ? env().check(
                                DagsterFleet.variables(surroundings.folder(), names.get(0)),
                                screen.at(surroundings.folder()))
                : inWorkspace(
                        (fleet, there) -> env().check(fleet.variables(names.get(0), Optional.of(names.get(1))), there));
    }

    /** Asked again where somebody is there to choose what becomes of overlays. */
    private int rollBack() {
        return inWorkspace(releases()::rollBack, (there, report) -> releases()
                .chosen(report, surroundings.input(), there)
                .map(choice -> inWorkspace(fleet -> releases().rollBack(fleet, choice), Screen::moved))
                .orElseGet(() -> there.moved(report)));
    }

    private ReleaseVerbs releases() {
        return new ReleaseVerbs(arguments);
    }

    private Outcome<Explanation> explain(DagsterFleet fleet) {
        List<String> names = arguments.names();
        return names.size() == 2
                ? fleet.explain(names.get(0), names.get(1))
                : fleet.explain(names.get(0), names.get(1), names.get(2));
    }

    private static int explained(Screen screen, Outcome<Explanation> answer) {
        return answer.value().map(screen::explained).orElseGet(() -> screen.refuse(answer.findings()));
    }

    private Outcome<DeployOrder> order(DagsterFleet fleet) {
        List<String> names = arguments.names();
        return fleet.order(names.stream().findFirst(), purpose(), reposBehindFirst(names));
    }

    private Purpose purpose() {
        return arguments.value(Option.FOR).flatMap(Purpose::ofWord).orElse(Purpose.DEPLOY);
    }

    private static List<String> reposBehindFirst(List<String> names) {
        return names.subList(Math.min(1, names.size()), names.size());
    }

    private int ordered(Screen there, Outcome<DeployOrder> answer) {
        boolean named = !reposBehindFirst(arguments.names()).isEmpty();
        return answer.value()
                .map(order -> there.ordered(order, named ? OrderText::printAll : OrderText::print))
                .orElseGet(() -> there.refuse(answer.findings()));
    }

    private int schema() {
        if (arguments.names().isEmpty()) {
            return inWorkspace(DagsterFleet::schemas, Screen::published);
        }
        String name = arguments.names().get(0);
        return SchemaKind.ofId(name)
                .map(kind -> screen.document(SchemaPublisher.publish(kind)))
                .orElseGet(() -> screen.refuse(unknownSchema(name)));
    }

    private static Finding unknownSchema(String name) {
        List<String> kinds =
                Arrays.stream(SchemaKind.values()).map(SchemaKind::id).toList();
        return Suggestions.help(
                Finding.of(FindingCode.USAGE_ARGUMENTS, "there is no schema `" + name + "`"), name, kinds);
    }

    private int help() {
        if (arguments.names().isEmpty()) {
            return screen.page(Usage.TEXT);
        }
        String name = String.join(" ", arguments.names());
        List<Verb> verbs = Verb.family(name);
        return verbs.isEmpty()
                ? help(new AskedCode(name))
                : screen.page(verbs.stream().map(VerbPages::of).collect(Collectors.joining("\n")));
    }

    private int help(AskedCode asked) {
        return asked.code().map(screen::page).orElseGet(() -> screen.refuse(asked.unknown()));
    }

    /** For what asks a person in between, and has no progress to show. */
    private int inWorkspace(ToIntBiFunction<DagsterFleet, Screen> work) {
        return inWorkspace(fleet -> fleet, (there, fleet) -> work.applyAsInt(fleet, there));
    }

    /** Progress is gone from the terminal before anything is printed. */
    private <T> int inWorkspace(Function<DagsterFleet, T> work, ToIntBiFunction<Screen, T> print) {
        Optional<String> told = arguments.value(Option.WORKSPACE);
        Optional<Path> root = told.map(
                        folder -> WorkspaceFolder.at(surroundings.folder().resolve(folder)))
                .orElseGet(() -> WorkspaceFolder.above(surroundings.folder()));
        if (root.isEmpty()) {
            return screen.refuse(noWorkspace(told));
        }
        T result;
        try (ProgressLine progress = screen.progress()) {
            result = work.apply(new DagsterFleet(root.get(), threads(), surroundings.today(), progress));
        }
        return print.applyAsInt(screen.at(root.get()), result);
    }

    private Finding noWorkspace(Optional<String> told) {
        return told.map(folder -> Finding.of(
                                FindingCode.USAGE_NO_WORKSPACE,
                                WorkspaceFolder.isThere(surroundings.folder().resolve(folder))
                                        ? "`" + folder + "` holds no environments/base.yaml"
                                        : "there is no folder `" + folder + "`")
                        .help("give `-C` the folder above `environments/`"))
                .orElseGet(() -> Finding.of(
                                FindingCode.USAGE_NO_WORKSPACE,
                                "no folder from here upwards holds environments/base.yaml")
                        .help("run this inside of a workspace, or name one with `-C DIR`"));
    }

    private int threads() {
        return arguments.value(Option.THREADS).map(Integer::parseInt).orElseGet(() -> Runtime.getRuntime()
                .availableProcessors());
    }
}
