/**
 * What looks like a secret. Comes in: a text, or a value and the key that it stands under. Goes out: which stretches are
 * secrets of which kind, and the same text with them masked. Nothing here keeps, hashes or prints a value; every format
 * that is known is a row of {@link io.github.dagsterfleet.secret.TokenFormats}, every telling name one of {@link
 * io.github.dagsterfleet.secret.TellingWords}.
 */
@NullMarked
package io.github.dagsterfleet.secret;

import org.jspecify.annotations.NullMarked;
