/**
 * The shape of every source file and every Dagster file: types, closed keys, list policies, exclusive groups, secrecy.
 * Comes in: {@code definitions.schema.json}, a JSON Schema with our {@code x-} keywords. Goes out: a compiled {@link
 * io.github.dagsterfleet.schema.Shape}, typed trees, findings, and the JSON Schemas that we publish, which are the
 * shape's other face.
 *
 * <p>Our keywords:
 *
 * <ul>
 *   <li>{@code x-list}: how a higher layer's list meets a lower one's. {@code "set"}: new items go last, each stands once.
 *       {@code {"keyed": ["name"]}}: items with these fields equal merge in place. {@code {"keyed": "requirement"}} and
 *       {@code {"keyed": "env-item"}}: the same for texts, by distribution name and by what stands before {@code =}.
 *       Without it, the higher list stands alone.
 *   <li>{@code x-exclusive}: groups of facts of which at most one may be said, written as {@code "image"}, {@code
 *       "build.registry"} or {@code "dynamic: [version]"}.
 *   <li>{@code x-meant}: words that are often written in place of those of an {@code enum}, each with the right one.
 *   <li>{@code x-object}: the Kubernetes object whose keys may stand here too, by its name in {@code
 *       kubernetes.schema.json}. There, {@code x-also} is the other spelling of a key.
 *   <li>{@code x-operators}: with {@code false}, no operator may stand for this as a whole, although it is in a layer.
 *   <li>{@code x-shorthand}: the key that a lone scalar stands for.
 *   <li>{@code x-secret}: the value is never printed.
 *   <li>{@code x-secret-otherwise}: what does not match the {@code pattern} may be a secret, and is never printed.
 *   <li>{@code x-words}: the {@code pattern} in the user's words, as they follow “is not”.
 * </ul>
 *
 * <p>Of JSON Schema's own keywords only those are known that a shape can express, and alternatives ({@code anyOf}) must
 * be of different kinds: a mapping, a list or a scalar. Anything else stops the compiler.
 */
@NullMarked
package io.github.dagsterfleet.schema;

import org.jspecify.annotations.NullMarked;
