package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Help;
import io.github.dagsterfleet.text.Span;

/**
 * One thing that was mended.
 *
 * @param place where it stood
 */
public record Fixed(Finding finding, Help help, Span place) {}
