/**
 * Templates to artifacts through the tracked view; FreeMarker is known only here. Comes in: a {@link
 * io.github.dagsterfleet.render.TemplateSet} and the model of one repo, project or environment. Goes out: {@link
 * io.github.dagsterfleet.render.Artifact}s in memory, verified as printed.
 */
@NullMarked
package io.github.dagsterfleet.render;

import org.jspecify.annotations.NullMarked;
