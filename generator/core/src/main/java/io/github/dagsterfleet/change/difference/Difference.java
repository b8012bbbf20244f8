package io.github.dagsterfleet.change.difference;

import io.github.dagsterfleet.text.Span;
import java.util.Optional;

/**
 * One thing that two sides of one repo have differently in one environment.
 *
 * @param repo empty for what belongs to an environment or to the whole fleet
 * @param environment the name of the folder below {@code generated}; empty where two environments are compared
 * @param cause the line that made it; empty where no side tells
 */
public record Difference(
        Optional<String> repo,
        String environment,
        Category category,
        Sign sign,
        Subject subject,
        Detail detail,
        Optional<Span> cause) {}
