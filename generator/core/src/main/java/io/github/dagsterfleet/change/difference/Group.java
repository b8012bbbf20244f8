package io.github.dagsterfleet.change.difference;

import io.github.dagsterfleet.secret.Redaction;
import io.github.dagsterfleet.text.Span;
import java.util.List;
import java.util.Optional;

/**
 * Differences of one cause at one place, in every repo that has them.
 *
 * @param subject what differs; where it has many names, what these have in common
 * @param environments in promotion order; none where two environments are compared
 * @param repos sorted; none for what belongs to environments themselves
 * @param variants what it was and is, the most frequent first; one without values where there is nothing to tell
 */
public record Group(
        Category category,
        Sign sign,
        String subject,
        Optional<Span> cause,
        List<String> environments,
        List<String> repos,
        List<Variant> variants) {
    public Group {
        environments = List.copyOf(environments);
        repos = List.copyOf(repos);
        variants = List.copyOf(variants);
    }

    /** Whether another one can be told in the same breath. */
    boolean isAbout(Group other) {
        return category == other.category
                && cause.equals(other.cause)
                && environments.equals(other.environments)
                && repos.equals(other.repos);
    }

    Group redacted(Redaction redaction) {
        return new Group(
                category,
                sign,
                redaction.of(subject),
                cause.map(redaction::of),
                environments,
                repos,
                variants.stream().map(variant -> variant.redacted(redaction)).toList());
    }
}
