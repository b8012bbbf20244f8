package io.github.dagsterfleet.rule.policy;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.fleet.Fleet;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.secret.Redaction;
import io.github.dagsterfleet.secret.SecretScan;
import io.github.dagsterfleet.secret.Sighting;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourceText;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * The secrets that one run comes upon: in files as they are written, and in values as they are meant. Keeps them in
 * memory alone, to tell each once and to take all out of what is printed. Safe for use by several threads.
 */
public final class Secrets {
    private final Map<String, Leak> byValue = new TreeMap<>();
    private final TreeSet<String> parts = new TreeSet<>();

    /** Looks through a file, whatever its format and whether or not it can be read as one. */
    public void inFile(SourceText text) {
        List<Sighting> seen = SecretScan.sightings(text);
        seen.forEach(one -> add(one, one.in(text.content()), text.span(one.start(), one.end())));
    }

    /** Looks at the values of a target that were put together, or are told by their keys alone. */
    public void inTarget(Target target) {
        ResolvedTexts texts = new ResolvedTexts(this::inText);
        texts.walk("", target.facts());
        target.locations().forEach(location -> texts.walk("", location.facts()));
        target.projects().forEach(project -> texts.walk("", project.facts()));
    }

    /** Looks the same way at what environments and the organisation say of themselves. */
    public void inFleet(Fleet fleet) {
        ResolvedTexts texts = new ResolvedTexts(this::inText);
        texts.walk("", fleet.document());
        fleet.environments().values().forEach(environment -> texts.walk("", environment.document()));
    }

    /**
     * Looks at lines that a template put together, for what no source has.
     *
     * @return those alone; what is found is taken out of all that is printed
     */
    public Secrets ofLines(Consumer<BiConsumer<String, Span>> lines) {
        Secrets own = new Secrets();
        lines.accept((line, place) -> SecretScan.sightings(line).forEach(seen -> {
            if (hide(seen.in(line))) {
                own.add(seen, seen.in(line), place);
            }
        }));
        return own;
    }

    private synchronized boolean hide(String value) {
        parts.add(value);
        return !byValue.containsKey(value);
    }

    private void inText(String key, Scalar text) {
        Optional<Sighting> seen = SecretScan.ofValue(key, text.text());
        if (seen.isPresent()) {
            String value = seen.get().in(text.text());
            add(seen.get(), value, WrittenText.holding(value, text).span());
            WrittenText.parts(text).forEach(part -> addPart(part, value));
        }
    }

    private synchronized void add(Sighting seen, String value, Span place) {
        byValue.computeIfAbsent(value, unknown -> new Leak(seen.kind(), seen.key()))
                .at(place);
    }

    private synchronized void addPart(String part, String value) {
        if (value.contains(part)) {
            parts.add(part);
        }
    }

    /** One for each secret, whatever the number of its places. */
    synchronized List<Leak> leaks() {
        List<Leak> all = new ArrayList<>();
        for (Leak leak : byValue.values()) {
            // The same place read as text and as a value: one may have taken a bracket for a part of it.
            if (all.stream().noneMatch(leak::isWithin)) {
                all.add(leak);
            }
        }
        return all;
    }

    /** As errors, also those that a waiver lets through: of a fleet that cannot be read nobody knows the waivers. */
    public List<Finding> findings() {
        return leaks().stream().map(Leak::finding).toList();
    }

    /** As warnings, about files of which no fleet is known. */
    public List<Finding> warnings() {
        return leaks().stream().map(leak -> leak.ofOthers().asWarning()).toList();
    }

    /** Takes out what was found until now, and whatever tells by its own form. */
    public synchronized Redaction redaction() {
        List<String> all = new ArrayList<>(byValue.keySet());
        all.addAll(parts);
        return Redaction.of(all);
    }
}
