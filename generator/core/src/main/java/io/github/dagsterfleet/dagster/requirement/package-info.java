/**
 * Requirements as Python's packaging standards write them (PEP 508 and 440). Comes in: the text of one requirement. Goes
 * out: its parts, so that a version can be put in without touching extras and markers.
 */
@NullMarked
package io.github.dagsterfleet.dagster.requirement;

import org.jspecify.annotations.NullMarked;
