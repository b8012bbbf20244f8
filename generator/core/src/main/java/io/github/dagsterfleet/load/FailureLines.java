package io.github.dagsterfleet.load;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Dagster said last. It logs a line of JSON for each code location that fails, with the error first and the stack
 * after it; a Python that does not get so far prints what it likes.
 */
final class FailureLines {
    private static final int MOST_LINES = 6;
    private static final int LONGEST = 240;
    private static final String FAILED = "Validation failed for code location";

    private FailureLines() {}

    static List<String> of(String output) {
        List<String> lines = output.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.stream()
                .flatMap(line -> event(line).stream())
                .filter(event -> event.startsWith(FAILED))
                .findFirst()
                .map(FailureLines::error)
                .orElseGet(() -> shortened(lines.subList(Math.max(0, lines.size() - MOST_LINES), lines.size())));
    }

    private static Optional<String> event(String line) {
        return line.startsWith("{")
                ? JsonFormat.INSTANCE
                        .read(new SourceText(new SourcePath("output"), line), new Findings())
                        .flatMap(node -> node instanceof Mapping said ? said.text("event") : Optional.empty())
                : Optional.empty();
    }

    private static List<String> error(String event) {
        List<String> lines = new ArrayList<>();
        for (String line : event.lines().skip(1).toList()) {
            if (line.startsWith("Stack Trace")) {
                break;
            }
            if (!line.isBlank()) {
                lines.add(line.strip());
            }
        }
        return shortened(lines);
    }

    private static List<String> shortened(List<String> lines) {
        return lines.stream()
                .limit(MOST_LINES)
                .map(line -> line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line)
                .toList();
    }
}
