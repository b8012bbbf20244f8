package io.github.dagsterfleet.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The verbs, and what each takes. */
enum Verb {
    GENERATE("[REPO...]", 0, Integer.MAX_VALUE),
    CHECK("[REPO...]", 0, Integer.MAX_VALUE),
    VALIDATE("[PATH...]", 0, Integer.MAX_VALUE),
    DIFF("[REPO...] [ENV [ENV]]", 0, Integer.MAX_VALUE),
    EXPLAIN("REPO ENV [KEY]", 2, 3),
    PROMOTE("[REPO...] ENV", 1, Integer.MAX_VALUE),
    ROLLBACK("[REPO...] ENV", 1, Integer.MAX_VALUE),
    RETIRE("REPO... ENV", 2, Integer.MAX_VALUE),
    HOLD("[REPO...] ENV", 1, Integer.MAX_VALUE),
    DEPLOYED("REPO ENV", 2, 2),
    ORDER("[ENV [REPO...]]", 0, Integer.MAX_VALUE),
    ENV_LOCAL("REPO", 1, 1),
    ENV_CHECK("REPO ENV|FILE", 1, 2),
    ENV_APPLY("REPO ENV", 2, 2),
    SCHEMA("[KIND]", 0, 1),
    HELP("[VERB|CODE]", 0, 2);

    private static final int ONE_LINE = 98;

    private final String names;
    private final int least;
    private final int most;

    Verb(String names, int least, int most) {
        this.names = names;
        this.least = least;
        this.most = most;
    }

    /** As it is typed; one of a family is two words, {@code env check}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** How it is called: {@code explain REPO ENV [KEY]}. */
    String pattern() {
        return word() + " " + names;
    }

    /** The same with the options that are its own: {@code check [REPO...] [--env E] [--team T]}; too many are not named. */
    String usage() {
        StringBuilder usage = new StringBuilder(pattern());
        own().forEach(option -> usage.append(" [").append(option.pattern()).append(']'));
        return usage.length() <= ONE_LINE ? usage.toString() : pattern() + " [OPTION...]";
    }

    boolean takes(int count) {
        return count >= least && count <= most;
    }

    Stream<Option> options() {
        return Stream.concat(Option.GLOBAL.stream(), own().stream());
    }

    private List<Option> own() {
        return switch (this) {
            case GENERATE -> List.of(Option.ENVIRONMENT, Option.TEAM, Option.DISCARD, Option.REASON);
            case CHECK -> List.of(Option.ENVIRONMENT, Option.TEAM);
            case VALIDATE -> List.of(Option.DAGSTER, Option.FIX, Option.CHECKOUT, Option.LOAD, Option.PYTHON);
            case DIFF -> List.of(Option.RELEASE);
            case PROMOTE ->
                List.of(Option.RING, Option.GROUP, Option.PLAN, Option.HOTFIX, Option.REASON, Option.SAME_RELEASE);
            case ROLLBACK ->
                List.of(
                        Option.RING,
                        Option.GROUP,
                        Option.TO_RELEASE,
                        Option.WITH,
                        Option.OVERLAYS,
                        Option.ALLOW_REMOVE,
                        Option.REASON,
                        Option.PLAN);
            case RETIRE -> List.of(Option.LOCATION, Option.LIFT, Option.REASON, Option.PLAN);
            case HOLD -> List.of(Option.RING, Option.GROUP, Option.ALL, Option.REASON, Option.UNTIL, Option.LIFT);
            case DEPLOYED -> List.of(Option.IMAGE);
            case ORDER -> List.of(Option.FOR);
            case ENV_LOCAL -> List.of(Option.ENVIRONMENT, Option.LOCATION, Option.TO);
            case ENV_CHECK -> List.of(Option.LOCATION, Option.NAMES);
            case ENV_APPLY ->
                List.of(Option.LOCATION, Option.STDIN, Option.ROTATE, Option.PRUNE, Option.YES, Option.PRINT_COMMANDS);
            default -> List.of();
        };
    }

    /** Those that look for findings print them for every service. */
    List<Format> formats() {
        return switch (this) {
            case GENERATE, CHECK, VALIDATE, ENV_CHECK -> Format.OF_FINDINGS;
            case ORDER -> Format.OF_GRAPHS;
            case DIFF -> Format.OF_COMMENTS;
            default -> Format.OF_EVERY_VERB;
        };
    }

    /** The verb of this word, or all that are two words and begin with it. */
    static List<Verb> family(String word) {
        return Arrays.stream(values())
                .filter(verb -> verb.word().equals(word) || verb.word().startsWith(word + " "))
                .toList();
    }

    static Optional<Verb> of(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Verb::word).toList();
    }
}
