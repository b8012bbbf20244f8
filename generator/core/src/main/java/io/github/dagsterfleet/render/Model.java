package io.github.dagsterfleet.render;

import io.github.dagsterfleet.syntax.Mapping;

/**
 * What the templates of one scope see, once.
 *
 * @param data facts and documents; only names that {@link ModelShapes} declares may be asked for
 * @param words who it is, for messages: {@code `analytics` in `dev`}
 * @param edit the file to change instead of the generated one, as the header names it
 */
public record Model(Mapping data, String words, String edit) {}
