/**
 * Which environment variables a team's files read. Comes in: the text of a Python file, of a template for dbt or of a
 * component of dg. Goes out: the names that are read, each with its place and whether the code fails without it, and
 * whether there is more that only a run could tell. Nothing is run, and no name is guessed.
 */
@NullMarked
package io.github.dagsterfleet.rule.code;

import org.jspecify.annotations.NullMarked;
