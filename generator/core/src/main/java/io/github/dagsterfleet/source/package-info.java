/**
 * An immutable set of files, from a work tree or from memory: the only reader of files. Comes in: a folder. Goes out:
 * bytes and decoded texts by {@link io.github.dagsterfleet.text.SourcePath}. Each file is read at most once by who asks;
 * nothing here knows what is in it.
 */
@NullMarked
package io.github.dagsterfleet.source;

import org.jspecify.annotations.NullMarked;
