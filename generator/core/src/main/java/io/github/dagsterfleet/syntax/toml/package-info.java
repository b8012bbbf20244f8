/**
 * TOML 1.0. tomlj tells the tree, the errors, and where each key's line begins; the places of the keys and values on
 * that line are found here. Written as people write {@code pyproject.toml}.
 */
@NullMarked
package io.github.dagsterfleet.syntax.toml;

import org.jspecify.annotations.NullMarked;
