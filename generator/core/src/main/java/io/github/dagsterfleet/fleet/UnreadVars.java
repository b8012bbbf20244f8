package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.layer.LayerName;
import io.github.dagsterfleet.layer.Step;
import io.github.dagsterfleet.layer.Trace;
import io.github.dagsterfleet.layer.Verb;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Finds what is said below {@code vars} in vain: no reference and no template of any target reads it, or what a higher
 * layer says in its place. Safe for use by several threads.
 */
public final class UnreadVars {
    private static final String VARS = "vars";

    /** Every line that says something, with the path at which it does. */
    private final Map<Span, String> said = new ConcurrentHashMap<>();

    private final Set<Span> read = ConcurrentHashMap.newKeySet();

    /** A reference names this value below {@code vars}. */
    void referred(Node value) {
        if (value instanceof Mapping mapping) {
            mapping.forEach(entry -> referred(entry.value()));
        } else {
            read.addAll(lines(value));
        }
    }

    /**
     * Every template has seen the target.
     *
     * @param reads whether one of them read a value, or all that is in a mapping
     */
    public void rendered(Target target, Predicate<Node> reads) {
        target.facts().mapping(VARS).ifPresent(vars -> rendered(VARS, vars, reads));
    }

    private void rendered(String path, Node value, Predicate<Node> reads) {
        if (value instanceof Mapping mapping && !mapping.isEmpty()) {
            Predicate<Node> below = node -> reads.test(node) || reads.test(mapping);
            mapping.forEach(entry -> rendered(path + "." + entry.name(), entry.value(), below));
            return;
        }
        List<Span> lines = lines(value);
        lines.forEach(line -> said.putIfAbsent(line, path));
        if (!read.containsAll(lines) && reads.test(value)) {
            read.addAll(lines);
        }
    }

    /** The lines of all layers that say the value. */
    private static List<Span> lines(Node value) {
        List<Span> lines = new ArrayList<>();
        for (Step step : Trace.of(value).steps()) {
            if (!step.layer().equals(LayerName.REFERENCES) && step.verb() != Verb.LOCKED) {
                lines.add(step.span());
            }
        }
        return lines;
    }

    /** A warning for each line in vain, sorted; to be asked for once every target is rendered. */
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        said.forEach((line, path) -> {
            if (!read.contains(line)) {
                findings.add(Finding.at(FindingCode.FLEET_UNUSED, line, "nothing reads `" + path + "`")
                        .label("read by nothing")
                        .help("delete it, or correct its name"));
            }
        });
        findings.sort(null);
        return findings;
    }
}
