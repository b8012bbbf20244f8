package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.layer.LayerPatch;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.text.SourcePath;

/**
 * One {@code defaults}, repo.yaml or overlay as read.
 *
 * @param source the tree as written
 * @param broken whether it has errors, so that what follows from it is not worth saying
 */
record SourceLayer(SourcePath file, Mapping source, LayerPatch patch, boolean broken) {}
