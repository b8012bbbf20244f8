package io.github.dagsterfleet.explain;

import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.syntax.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One key of one target: a key of the repo, or one that every location or project has for itself. */
final class Question {
    private static final int MOST = 3;
    /** What may be said at the top for every location or project, by the kind of who has it. */
    private static final List<String> OF_LOCATIONS = List.of("env", "env_from", "resources");

    private static final List<String> OF_PROJECTS = List.of("pyproject");

    private final KeyPath key;
    private final Lookup tree;
    private final List<Part> parts = new ArrayList<>();

    /** @param tree the whole target */
    Question(KeyPath key, Lookup tree) {
        this.key = key;
        this.tree = tree;
        if (key.first() instanceof Segment.Name first) {
            collect(first.text(), "location", TargetTree.LOCATIONS, OF_LOCATIONS);
            collect(first.text(), "project", TargetTree.PROJECTS, OF_PROJECTS);
        }
    }

    /** The key as one location or project has it. */
    private record Part(Answer.Owner owner, KeyPath prefix, Lookup facts, KeyPath below) {
        Optional<Answer> answer() {
            return facts.find(below).map(found -> found.as(prefix.plus(below).toString(), owner));
        }

        Answer silence() {
            return new Answer(prefix.plus(below).toString(), Optional.of(owner), Optional.empty(), List.of());
        }
    }

    private void collect(String first, String kind, String group, List<String> shortNames) {
        boolean inFull = first.equals(kind);
        if (!inFull && !shortNames.contains(first)) {
            return;
        }
        tree.mapping(group).ifPresent(owners -> {
            for (Mapping.Entry owner : ((Mapping) owners.root()).entries()) {
                parts.add(new Part(
                        new Answer.Owner(kind, owner.name()),
                        KeyPath.ofNames(group, owner.name()),
                        owners.mapping(owner.name()).orElseThrow(),
                        inFull ? key.from(1) : key));
            }
        });
    }

    /** What is known; none for a key that no layer ever set. One where all locations or projects have the same. */
    List<Answer> answers() {
        if (parts.isEmpty()) {
            return tree.find(key).stream().toList();
        }
        if (parts.stream().noneMatch(part -> part.answer().isPresent())) {
            return List.of();
        }
        List<Answer> answers = parts.stream()
                .map(part -> part.answer().orElseGet(part::silence))
                .toList();
        Answer first = answers.get(0);
        return answers.stream().allMatch(first::saysTheSame)
                ? List.of(new Answer(key.toString(), Optional.empty(), first.value(), first.trace()))
                : answers;
    }

    /** The nearest keys that there are, in the words of the question; at most three. */
    List<String> nearest() {
        Set<String> nearest = new LinkedHashSet<>();
        for (Part part : parts) {
            KeyPath asked = key.to(key.length() - part.below.length());
            new NearestKeys(part.facts)
                    .to(part.below)
                    .forEach(path -> nearest.add(asked.plus(path).toString()));
        }
        if (parts.isEmpty()) {
            shortNames().forEach(name -> nearest.add(name.toString()));
            new NearestKeys(tree).to(key).forEach(path -> nearest.add(path.toString()));
        }
        if (nearest.isEmpty()) {
            above().ifPresent(path -> nearest.add(path.toString()));
        }
        return nearest.stream().limit(MOST).toList();
    }

    /** The key with its first name respelt, where that is one which every location or project may have. */
    private List<KeyPath> shortNames() {
        if (!(key.first() instanceof Segment.Name first) || tree.find(key.to(1)).isPresent()) {
            return List.of();
        }
        List<String> names = new ArrayList<>(OF_LOCATIONS);
        names.addAll(OF_PROJECTS);
        return Suggestions.nearest(first.text(), names).stream()
                .map(name -> KeyPath.ofNames(name).plus(key.from(1)))
                .filter(this::isKnown)
                .toList();
    }

    /** As much of the key as leads somewhere. */
    private Optional<KeyPath> above() {
        for (int length = key.length() - 1; length > 0; length--) {
            KeyPath path = key.to(length);
            if (isKnown(path)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    private boolean isKnown(KeyPath path) {
        return !new Question(path, tree).answers().isEmpty();
    }
}
