package io.github.dagsterfleet.change.difference;

import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.yaml.YamlFormat;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The differences of one folder as they are found. */
final class Collected {
    private final Optional<String> repo;
    private final String environment;
    private final List<Difference> differences = new ArrayList<>();
    private int seen;

    Collected(Optional<String> repo, String environment) {
        this.repo = repo;
        this.environment = environment;
    }

    List<Difference> list() {
        return differences;
    }

    /** How many there were, also those that are told already. */
    int seen() {
        return seen;
    }

    /** Whether two environments are compared, which are in different places by design. */
    boolean isBetweenEnvironments() {
        return environment.isEmpty();
    }

    void add(Category category, Sign sign, Subject subject, Detail detail, Optional<Span> cause) {
        seen++;
        differences.add(new Difference(repo, environment, category, sign, subject, detail, cause));
    }

    /** What of a variable differs is nobody's business. A variable that several files name is told once. */
    void variable(String name, Sign sign, Optional<Span> cause) {
        Subject subject = Subject.of(name);
        boolean told = differences.stream()
                .anyMatch(known -> known.category() == Category.VARIABLES
                        && known.subject().equals(subject));
        seen++;
        if (!told) {
            add(Category.VARIABLES, sign, subject, Detail.NONE, cause);
        }
    }

    /** A value in a file, unless it is that of a variable. */
    void value(
            Category category,
            Subject subject,
            Shape shape,
            FilePair file,
            Optional<Node> before,
            Optional<Node> after) {
        Sign sign = Sign.of(before, after);
        Optional<Span> cause = file.cause(before, after);
        Optional<String> variable = file.variable(before, after);
        if (variable.isPresent()) {
            variable(variable.get(), sign, cause);
        } else {
            boolean hidden = shape.secret() || !file.mayBeShown(before, after);
            add(category, sign, subject, hidden ? Detail.NONE : detail(before, after), cause);
        }
    }

    /** Mappings and lists that came or went are told by their names; of several lines only the number is told. */
    private static Detail detail(Optional<Node> before, Optional<Node> after) {
        Optional<String> was = before.flatMap(Collected::value);
        Optional<String> is = after.flatMap(Collected::value);
        if (was.filter(Collected::isLong).isPresent()
                || is.filter(Collected::isLong).isPresent()) {
            return Detail.of(LineCount.between(text(before), text(after)));
        }
        boolean changed = before.isPresent() && after.isPresent();
        return new Detail(
                changed ? was.or(() -> before.map(Node::kind)) : was,
                changed ? is.or(() -> after.map(Node::kind)) : is,
                Optional.empty());
    }

    private static Optional<String> value(Node node) {
        return node instanceof Scalar scalar ? Optional.of(YamlFormat.INSTANCE.scalar(scalar)) : Optional.empty();
    }

    private static boolean isLong(String spelling) {
        return spelling.contains("\\n");
    }

    private static String text(Optional<Node> node) {
        return node.filter(Scalar.class::isInstance)
                .map(scalar -> ((Scalar) scalar).text())
                .orElse("");
    }
}
