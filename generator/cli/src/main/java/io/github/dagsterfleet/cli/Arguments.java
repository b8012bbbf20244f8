package io.github.dagsterfleet.cli;

import io.github.dagsterfleet.finding.Finding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * What was typed, taken apart. Built by hand rather than from annotations: a command that answers at once has no time
 * for reflection.
 */
final class Arguments {
    private final List<String> typed;
    private final List<ParseResult> results;
    private final Optional<Finding> problem;

    private Arguments(List<String> typed, List<ParseResult> results, Optional<Finding> problem) {
        this.typed = typed;
        this.results = results;
        this.problem = problem;
    }

    static Arguments of(String... args) {
        CommandLine command = new CommandLine(grammar(meant(args)));
        // What begins with @ is a word like any other, such as a reason that names a person.
        command.setExpandAtFiles(false);
        List<ParseResult> results = new ArrayList<>();
        Optional<Finding> problem = Optional.empty();
        try {
            collect(command.parseArgs(args), results);
        } catch (ParameterException wrong) {
            collect(command.getParseResult(), results);
            problem = Optional.of(WrongUsage.of(wrong));
        }
        List<String> typed = List.of(args);
        Arguments arguments = new Arguments(typed, results, problem);
        return problem.isPresent() ? arguments : new Arguments(typed, results, WrongUsage.in(arguments));
    }

    private static void collect(ParseResult result, List<ParseResult> all) {
        for (ParseResult at = result; at != null; at = at.subcommand()) {
            all.add(0, at);
        }
    }

    /** Those that could be meant. To make the grammar of each takes longer than to take apart what was typed. */
    private static List<Verb> meant(String... args) {
        Set<String> words = new HashSet<>(Arrays.asList(args));
        return Arrays.stream(Verb.values())
                .filter(verb -> words.contains(verb.word().split(" ", 2)[0]))
                .toList();
    }

    private static CommandSpec grammar(List<Verb> verbs) {
        CommandSpec root = CommandSpec.create().name("dagster-fleet");
        Option.GLOBAL.forEach(option -> root.addOption(spec(option)));
        for (Verb verb : verbs) {
            CommandSpec spec = CommandSpec.create().name(verb.word());
            verb.options().forEach(option -> spec.addOption(spec(option)));
            spec.addPositional(PositionalParamSpec.builder()
                    .arity("0..*")
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .build());
            add(root, verb.word(), spec);
        }
        return root;
    }

    /** The verbs of a family are below the word that they share. */
    private static void add(CommandSpec root, String word, CommandSpec spec) {
        int blank = word.indexOf(' ');
        if (blank < 0) {
            root.addSubcommand(word, spec);
        } else {
            family(root, word.substring(0, blank)).addSubcommand(word.substring(blank + 1), spec);
        }
    }

    private static CommandSpec family(CommandSpec root, String name) {
        CommandLine known = root.subcommands().get(name);
        if (known != null) {
            return known.getCommandSpec();
        }
        CommandSpec family = CommandSpec.create().name(name);
        Option.GLOBAL.forEach(option -> family.addOption(spec(option)));
        root.addSubcommand(name, family);
        return family;
    }

    private static OptionSpec spec(Option option) {
        OptionSpec.Builder builder = OptionSpec.builder(option.text());
        if (option.value().isEmpty()) {
            return builder.type(boolean.class).arity("0").build();
        }
        builder.paramLabel(option.value().get()).arity("1");
        return option.isRepeatable()
                ? builder.type(List.class)
                        .auxiliaryTypes(String.class)
                        .splitRegex(",")
                        .build()
                : builder.type(String.class).build();
    }

    /** What makes no sense, if anything does not. */
    Optional<Finding> problem() {
        return problem;
    }

    /** The format asked for, if the verb has it, also where what was typed could be taken apart only up to a mistake. */
    Format format() {
        List<Format> due = verb().map(Verb::formats).orElse(Format.OF_FINDINGS);
        return value(Option.FORMAT)
                .flatMap(Format::of)
                .or(() -> Arrays.stream(Format.values())
                        .filter(format -> problem.isPresent() && isTyped(format))
                        .findFirst())
                .filter(due::contains)
                .orElse(Format.TEXT);
    }

    private boolean isTyped(Format format) {
        String option = Option.FORMAT.text();
        return typed.contains(option + "=" + format.word())
                || Collections.indexOfSubList(typed, List.of(option, format.word())) >= 0;
    }

    Optional<Verb> verb() {
        return results.stream()
                .flatMap(result -> Verb.of(result.commandSpec().name()).stream())
                .findFirst();
    }

    /** The names behind the verb. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        results.get(0).matchedPositionalsSet().forEach(spec -> names.addAll(spec.originalStringValues()));
        return names;
    }

    boolean has(Option option) {
        return results.stream().anyMatch(result -> result.hasMatchedOption(option.text()));
    }

    /** The value of an option; what stands behind the verb counts more than what stands before it. */
    Optional<String> value(Option option) {
        return results.stream()
                .filter(result -> result.hasMatchedOption(option.text()))
                .map(result -> result.matchedOption(option.text())
                        .originalStringValues()
                        .get(0))
                .findFirst();
    }

    /** Every value of an option that may be repeated. */
    List<String> values(Option option) {
        List<String> values = new ArrayList<>();
        for (ParseResult result : results) {
            if (result.hasMatchedOption(option.text())) {
                List<String> given = result.matchedOption(option.text()).getValue();
                given.forEach(value -> values.add(value.strip()));
            }
        }
        return values;
    }
}
