package io.github.dagsterfleet.render;

import io.github.dagsterfleet.text.SourcePath;

/**
 * One rendered file in memory.
 *
 * @param path where it goes in the workspace
 * @param text the whole content: line feeds only, a final one
 * @param template the template that made it
 */
public record Artifact(SourcePath path, String text, SourcePath template) {}
