/**
 * One tree for all formats: what a file says, and where it says so. Each format below has one reader into this tree and
 * one writer from it; Jackson and tomlj are known only there. Merged and derived data use the same tree, with traces
 * instead of spans as origins.
 */
@NullMarked
package io.github.dagsterfleet.syntax;

import org.jspecify.annotations.NullMarked;
