/**
 * Random histories of a workspace in which people edit, promote, hold, branch and merge, and a naive oracle beside them: it
 * knows what was written at each commit and which commit was promoted, and has the expected files rendered from the tree
 * alone, in a workspace where nothing is promoted.
 */
@NullMarked
package io.github.dagsterfleet.history;

import org.jspecify.annotations.NullMarked;
