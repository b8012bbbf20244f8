/**
 * What the façade answers, for machines. Reports without secrets come in, JSON goes out: both shells print it, and nothing
 * else knows it.
 */
@NullMarked
package io.github.dagsterfleet.json;

import org.jspecify.annotations.NullMarked;
