/**
 * What two sides of generated files mean differently. In come the files of a folder as each side has them, checked in or
 * rendered; out go differences, told by the identity of list items and never by line, each with the source line that made
 * it, and groups of equal ones across repos. Values of variables never come out.
 */
@NullMarked
package io.github.dagsterfleet.change.difference;

import org.jspecify.annotations.NullMarked;
