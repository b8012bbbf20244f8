package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.layer.LayerName;
import io.github.dagsterfleet.layer.Step;
import io.github.dagsterfleet.layer.Trace;
import io.github.dagsterfleet.layer.Verb;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Finds what is said below {@code vars} in vain: no reference and no template of any target reads it, or what a higher
 * layer says in its place. Safe for use by several threads.
 */
public final class UnreadVars {
    private static final String VARS = "vars";

    /** Every line that says something. */
    private final Map<Span, Saying> said = new ConcurrentHashMap<>();

    private final Set<Span> read = ConcurrentHashMap.newKeySet();

    /**
     * What a line says.
     *
     * @param path the key, from {@code vars} on
     * @param overShared whether it is said of what a shared file says too
     */
    private record Saying(String path, boolean overShared) {}

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
            for (Mapping.Entry entry : mapping.entries()) {
                rendered(path + "." + entry.name(), entry.value(), below);
            }
            return;
        }
        List<Span> lines = lines(value);
        Saying saying = new Saying(path, holdsShared(lines));
        for (Span line : lines) {
            said.merge(line, saying, (one, other) -> one.overShared() ? one : other);
        }
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

    private static boolean holdsShared(List<Span> lines) {
        for (Span line : lines) {
            if (isShared(line.path())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isShared(SourcePath file) {
        return !file.isBelow(Workspace.REPOS);
    }

    /**
     * A warning for each variable in vain, sorted, with a note for every other line that says it; to be asked for once
     * every target is rendered.
     *
     * @param spokenOf the files to speak of
     */
    public List<Finding> findings(Predicate<SourcePath> spokenOf) {
        SortedMap<Span, String> unread = new TreeMap<>();
        Set<String> unreadInShared = new HashSet<>();
        said.forEach((line, saying) -> {
            if (!read.contains(line) && spokenOf.test(line.path())) {
                unread.put(line, saying.path());
                if (isShared(line.path())) {
                    unreadInShared.add(saying.path());
                }
            }
        });
        Map<String, Finding> findings = new LinkedHashMap<>();
        unread.forEach((line, path) -> {
            boolean shared = isShared(line.path())
                    || (unreadInShared.contains(path)
                            && Objects.requireNonNull(said.get(line)).overShared());
            findings.merge(
                    shared ? path : path + " in " + repo(line.path()),
                    unread(line, path),
                    (first, other) -> first.note("it is said here too", line));
        });
        return List.copyOf(findings.values());
    }

    private static String repo(SourcePath file) {
        String below = file.relativeTo(Workspace.REPOS);
        return below.substring(0, below.indexOf('/'));
    }

    private static Finding unread(Span line, String path) {
        return Finding.at(FindingCode.FLEET_UNUSED, line, "nothing reads `" + path + "`")
                .label("read by nothing")
                .help("delete it, or correct its name");
    }
}
