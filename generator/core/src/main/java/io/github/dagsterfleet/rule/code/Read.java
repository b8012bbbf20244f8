package io.github.dagsterfleet.rule.code;

import io.github.dagsterfleet.text.Span;

/**
 * One place where an environment variable is read.
 *
 * @param isNeeded whether the code has no answer of its own when there is no such variable
 */
public record Read(String name, Span span, boolean isNeeded) {}
