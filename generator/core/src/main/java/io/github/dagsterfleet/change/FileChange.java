package io.github.dagsterfleet.change;

import io.github.dagsterfleet.text.SourcePath;

/**
 * One path of a plan.
 *
 * @param before what stands there; empty when nothing does
 * @param after what is due there; empty for what nothing produces any more
 */
public record FileChange(SourcePath path, ChangeKind kind, byte[] before, byte[] after) {}
