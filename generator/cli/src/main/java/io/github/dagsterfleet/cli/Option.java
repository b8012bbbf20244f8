package io.github.dagsterfleet.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The options, as they are typed. */
enum Option {
    WORKSPACE("-C", "DIR", false),
    FORMAT("--format", "text|json|sarif|github|gitlab", false),
    NO_COLOR("--no-color"),
    THREADS("--threads", "N", false),
    TRACE("-X"),
    HELP("--help"),
    VERSION("--version"),
    ENVIRONMENT("--env", "E", true),
    TEAM("--team", "T", true),
    DAGSTER("--dagster", "VERSION", false),
    CHECKOUT("--checkout", "[REPO=]DIR", true),
    LOAD("--load"),
    PYTHON("--python", "PATH", false),
    DISCARD("--discard"),
    FIX("--fix"),
    RELEASE("--release", "A..B", false),
    FOR("--for", "deploy|rollback|removal", false),
    LOCATION("--location", "L", false),
    TO("--to", "FILE", false),
    NAMES("--names", "FILE", true),
    STDIN("--stdin", "json", false),
    ROTATE("--rotate"),
    PRUNE("--prune"),
    YES("--yes"),
    PRINT_COMMANDS("--print-commands"),
    RING("--ring", "R", false),
    GROUP("--group", "G", false),
    ALL("--all"),
    PLAN("--plan"),
    HOTFIX("--hotfix"),
    SAME_RELEASE("--same-release"),
    REASON("--reason", "TEXT", false),
    UNTIL("--until", "DATE", false),
    LIFT("--lift"),
    TO_RELEASE("--to", "RELEASE", false),
    WITH("--with", "REPO", true),
    OVERLAYS("--overlays", "keep|restore", false),
    ALLOW_REMOVE("--allow-remove"),
    IMAGE("--image", "TAG@sha256:DIGEST", false);

    /** What every verb takes, before it and behind it. */
    static final List<Option> GLOBAL = List.of(WORKSPACE, FORMAT, NO_COLOR, THREADS, TRACE, HELP, VERSION);

    private final String text;
    private final Optional<String> value;
    private final boolean repeatable;

    Option(String text) {
        this.text = text;
        this.value = Optional.empty();
        this.repeatable = false;
    }

    Option(String text, String value, boolean repeatable) {
        this.text = text;
        this.value = Optional.of(value);
        this.repeatable = repeatable;
    }

    /** One that is typed like this. */
    static Option of(String text) {
        return Arrays.stream(values())
                .filter(option -> option.text.equals(text))
                .findFirst()
                .orElseThrow();
    }

    String text() {
        return text;
    }

    /** How it is given: {@code --env E}. */
    String pattern() {
        return value.map(name -> text + " " + name).orElse(text);
    }

    /** What its value is called; empty for a switch. */
    Optional<String> value() {
        return value;
    }

    /** Whether it may be given again, and holds several values with commas between them. */
    boolean isRepeatable() {
        return repeatable;
    }
}
