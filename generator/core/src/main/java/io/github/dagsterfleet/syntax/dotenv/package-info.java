/**
 * Files of environment variables, as python-dotenv reads them. Every value is a text. The writer's spelling survives
 * python-dotenv's quotes, comments and {@code ${…}} without loss.
 */
@NullMarked
package io.github.dagsterfleet.syntax.dotenv;

import org.jspecify.annotations.NullMarked;
