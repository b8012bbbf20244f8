/**
 * The history of a workspace, read through the git executable. Comes in: the folder of a workspace. Goes out: commits,
 * and the files of a commit as a {@link io.github.dagsterfleet.source.SourceSet}. Nothing here changes a file, a branch
 * or the index; the only thing ever written is what a fetch of a missing commit adds to git's own store.
 */
@NullMarked
package io.github.dagsterfleet.source.git;

import org.jspecify.annotations.NullMarked;
