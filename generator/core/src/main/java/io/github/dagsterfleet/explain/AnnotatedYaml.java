package io.github.dagsterfleet.explain;

import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Printer;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.yaml.YamlFormat;
import io.github.dagsterfleet.text.Span;
import io.github.dagsterfleet.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** YAML in which every line that holds a value ends with a comment that names the source line it came from. */
final class AnnotatedYaml {
    /** Comments stand in one column, but a long line does not push those of all others off the screen. */
    private static final int WIDEST = 64;

    private AnnotatedYaml() {}

    /** Whole lines, each beginning at the column. */
    static String print(Node node, int column) {
        Lines lines = new Lines();
        lines.raw(" ".repeat(column - 1));
        YamlFormat.INSTANCE.emit(node, column, lines);
        return lines.aligned();
    }

    /** A line and the source of the value on it. */
    private record Line(String text, Optional<Span> source) {}

    /** Cuts what is printed into lines and remembers whose value is on each. */
    private static final class Lines implements Printer {
        private final List<Line> done = new ArrayList<>();
        private StringBuilder text = new StringBuilder();
        private Optional<Span> source = Optional.empty();

        @Override
        public void raw(String raw) {
            int start = 0;
            for (int feed = raw.indexOf('\n'); feed >= 0; feed = raw.indexOf('\n', start)) {
                text.append(raw, start, feed);
                endLine();
                start = feed + 1;
            }
            text.append(raw, start, raw.length());
        }

        @Override
        public void scalar(String printed, Scalar value) {
            text.append(printed);
            source = Optional.of(value.span());
        }

        @Override
        public void empty(String printed, Node value) {
            text.append(printed);
            source = Optional.of(value.span());
        }

        private void endLine() {
            done.add(new Line(text.toString(), source));
            text = new StringBuilder();
            source = Optional.empty();
        }

        String aligned() {
            endLine();
            int width = done.stream()
                    .filter(line -> line.source.isPresent())
                    .mapToInt(line -> line.text.length())
                    .filter(length -> length <= WIDEST)
                    .max()
                    .orElse(0);
            StringBuilder out = new StringBuilder();
            for (Line line : done) {
                out.append(line.text);
                line.source.ifPresent(span -> out.append(" ".repeat(Math.max(0, width - line.text.length())))
                        .append("  # ")
                        .append(VisibleText.of(span.text().name()))
                        .append(':')
                        .append(span.line()));
                out.append('\n');
            }
            return out.toString();
        }
    }
}
