package io.github.dagsterfleet.cli;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.release.Purpose;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Arguments that make no sense, each told in one sentence with the nearest that would. */
final class WrongUsage {
    private WrongUsage() {}

    /** What picocli could not take apart. */
    static Finding of(ParameterException wrong) {
        Optional<Verb> verb = Verb.of(wrong.getCommandLine().getCommandName());
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched.getUnmatched().get(0), verb);
        }
        if (wrong instanceof OverwrittenOptionException twice) {
            return finding("`" + name(twice.getOverwritten()) + "` is given twice")
                    .help("give it once");
        }
        if (wrong instanceof MissingParameterException missing) {
            ArgSpec spec = missing.getMissing().get(0);
            return finding("`" + name(spec) + "` has no value")
                    .help("write `" + name(spec) + " " + spec.paramLabel() + "`");
        }
        return finding(String.valueOf(wrong.getMessage())).help(usage(verb));
    }

    private static Finding unmatched(String argument, Optional<Verb> verb) {
        return argument.startsWith("-") ? unknownOption(argument, verb) : unknownVerb(argument);
    }

    private static Finding unknownOption(String argument, Optional<Verb> verb) {
        String typed = argument.split("=", 2)[0];
        List<Option> known =
                verb.map(Verb::options).orElseGet(Option.GLOBAL::stream).toList();
        List<String> nearest = NearestOptions.to(typed, known);
        return finding("there is no option `" + typed + "`"
                        + verb.map(of -> " of `" + of.word() + "`").orElse(""))
                .help(nearest.isEmpty() ? usage(verb) : "write " + Names.choice(nearest));
    }

    private static Finding unknownVerb(String argument) {
        return Suggestions.help(
                finding("there is no verb `" + argument + "`"),
                argument,
                Verb.words(),
                "run `dagster-fleet help`, which names them all");
    }

    /** What could be taken apart, but means nothing. */
    static Optional<Finding> in(Arguments arguments) {
        Optional<Finding> value = format(arguments)
                .or(() -> threads(arguments))
                .or(() -> purpose(arguments))
                .or(() -> input(arguments));
        if (value.isPresent() || arguments.has(Option.HELP) || arguments.has(Option.VERSION)) {
            return value;
        }
        if (arguments.verb().isEmpty()) {
            return Optional.of(finding("there is no verb")
                    .help("choose " + Names.choice(Verb.words()) + "; `dagster-fleet help` explains them"));
        }
        Optional<Finding> mixed = mixed(arguments);
        if (mixed.isPresent()) {
            return mixed;
        }
        Verb verb = arguments.verb().get();
        int given = arguments.names().size();
        return verb.takes(given)
                ? new ReleaseVerbs(arguments).problem(verb)
                : Optional.of(finding("`" + verb.word() + "` " + count(given)).help(usage(Optional.of(verb))));
    }

    /** What means nothing to a workspace: it says itself which release it is for, and has no code. */
    static Optional<Finding> ofWorkspace(Arguments arguments) {
        if (arguments.has(Option.DAGSTER)) {
            return Optional.of(finding("`--dagster` is given for a workspace")
                    .help("name a path to look at, or write `dagster:` in environments/base.yaml"));
        }
        if (arguments.has(Option.FIX)) {
            return Optional.of(finding("`--fix` is given for a workspace").help("name a path, such as `.`"));
        }
        return arguments.has(Option.LOAD) && !arguments.has(Option.CHECKOUT)
                ? Optional.of(finding("`--load` is given, and no code to load")
                        .help("say where it is, as in `--checkout analytics=../analytics`, or name a path"))
                : Optional.empty();
    }

    /** A path is its own checkout. */
    private static Optional<Finding> mixed(Arguments arguments) {
        if (arguments.has(Option.PYTHON) && !arguments.has(Option.LOAD)) {
            return Optional.of(finding("`--python` is given without `--load`").help("add `--load` to run it"));
        }
        return arguments.has(Option.CHECKOUT) && !arguments.names().isEmpty()
                ? Optional.of(finding("`--checkout` is given beside a path")
                        .help("leave the path out to look at the workspace: the folder of a path is its own checkout"))
                : Optional.empty();
    }

    private static String count(int names) {
        return switch (names) {
            case 0 -> "is given no name";
            case 1 -> "does not take a single name";
            default -> "does not take " + names + " names";
        };
    }

    private static Optional<Finding> format(Arguments arguments) {
        List<String> due = arguments.verb().map(Verb::formats).orElse(Format.OF_FINDINGS).stream()
                .map(Format::word)
                .toList();
        return arguments
                .value(Option.FORMAT)
                .filter(format -> !due.contains(format))
                .map(format -> finding("there is no format `" + format + "`"
                                + arguments
                                        .verb()
                                        .filter(verb -> Format.of(format).isPresent())
                                        .map(verb -> " of `" + verb.word() + "`")
                                        .orElse(""))
                        .help("write " + Names.choice(due)));
    }

    private static Optional<Finding> purpose(Arguments arguments) {
        return arguments
                .value(Option.FOR)
                .filter(word -> Purpose.ofWord(word).isEmpty())
                .map(word -> finding("`--for` is `" + word + "`").help("write " + Names.choice(Purpose.words())));
    }

    /** What stands there instead may be a value, which nobody is shown. */
    private static Optional<Finding> input(Arguments arguments) {
        return arguments
                .value(Option.STDIN)
                .filter(format -> !format.equals("json"))
                .map(format -> finding("`--stdin` reads nothing but `json`")
                        .help("write `--stdin json`, and give names and values on the standard input"));
    }

    private static Optional<Finding> threads(Arguments arguments) {
        return arguments
                .value(Option.THREADS)
                .filter(threads -> !isCount(threads))
                .map(threads -> finding("`--threads` is `" + threads + "`").help("write a number from 1 to 999"));
    }

    private static boolean isCount(String text) {
        return !text.isEmpty()
                && text.length() <= 3
                && text.charAt(0) != '0'
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String usage(Optional<Verb> verb) {
        return "write `dagster-fleet "
                + verb.map(Verb::usage).orElse(Verb.words().stream().collect(Collectors.joining("|"))) + "`";
    }

    private static String name(ArgSpec spec) {
        return spec.isOption() ? ((picocli.CommandLine.Model.OptionSpec) spec).longestName() : spec.paramLabel();
    }

    private static Finding finding(String message) {
        return Finding.of(FindingCode.USAGE_ARGUMENTS, message);
    }
}
