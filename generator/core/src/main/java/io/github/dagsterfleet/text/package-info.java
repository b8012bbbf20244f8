/**
 * Names of files, positions, spans and edits. Knows no file system and no format; every later stage speaks about places
 * in the words of this package.
 */
@NullMarked
package io.github.dagsterfleet.text;

import org.jspecify.annotations.NullMarked;
