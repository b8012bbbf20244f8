/**
 * The shape of every source file and every Dagster file: types, closed keys, list policies, exclusive groups, secrecy.
 * Comes in: JSON Schema with our {@code x-} keywords, a resource of this package. Goes out: a compiled {@link
 * io.github.dagsterfleet.schema.Shape}, typed trees, findings, and the JSON Schemas that we publish, which are the
 * shape's other face.
 */
@NullMarked
package io.github.dagsterfleet.schema;

import org.jspecify.annotations.NullMarked;
