package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one step of a workflow says to a tool of Dagster, as far as it says so in words.
 *
 * @param deployment where to
 * @param file which dagster_cloud.yaml, from the project's folder on
 * @param folder the project's folder
 * @param python the version of Python to build for
 */
record Deploy(Optional<Scalar> deployment, Optional<Scalar> file, Optional<String> folder, Optional<Scalar> python) {
    /** Of an action, such as {@code ci-init}. */
    static Deploy ofInputs(Mapping inputs) {
        return new Deploy(
                Workflow.literal(inputs, "deployment"),
                Workflow.literal(inputs, "dagster_cloud_yaml_path"),
                Workflow.literal(inputs, "project_dir").map(Scalar::text),
                Optional.empty());
    }

    /** Of the commands in a text, one a line unless a backslash ends it. */
    static Stream<Deploy> ofCommands(Scalar text) {
        if (!text.text().contains("--")) {
            return Stream.empty();
        }
        return Stream.of(text.text().replace("\\\n", " ").split("\n|&&|\\|\\||;", -1))
                .map(command -> List.of(command.strip().split("[ \t=]+", -1)))
                .filter(Deploy::isOfDagster)
                .map(words -> new Deploy(
                        value(words, "--deployment", text),
                        value(words, "--dagster-cloud-yaml-path", text),
                        value(words, "--project-dir", text).map(Scalar::text),
                        value(words, "--python-version", text)));
    }

    /** {@code ci …} is how the official action is told its command. */
    private static boolean isOfDagster(List<String> words) {
        return words.contains("dagster-cloud") || words.get(0).equals("ci");
    }

    private static Optional<Scalar> value(List<String> words, String option, Scalar place) {
        int at = words.indexOf(option);
        return at < 0 || at + 1 >= words.size() || !Workflow.isLiteral(words.get(at + 1))
                ? Optional.empty()
                : Optional.of(standing(words.get(at + 1), option, place));
    }

    /** Where the value stands in the text, which may have many lines. */
    private static Scalar standing(String value, String option, Scalar place) {
        Span text = place.span();
        String content = text.content();
        int at = Math.max(content.indexOf(option + " " + value), content.indexOf(option + "=" + value));
        int start = text.start() + at + option.length() + 1;
        return Scalar.string(value, at < 0 ? place.origin() : new Span(text.text(), start, start + value.length()));
    }
}
