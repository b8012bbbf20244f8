package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.text.SourcePath;

/**
 * A named source in the order of one target.
 *
 * @param file where it is written
 * @param shared whether other repos have this very layer too, so that its folds are worth keeping
 */
public record Layer(LayerName name, SourcePath file, LayerPatch patch, boolean shared) {}
