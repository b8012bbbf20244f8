package io.github.dagsterfleet.plus;

import io.github.dagsterfleet.syntax.Mapping;
import java.util.List;

/**
 * One thing to ask of Dagster+.
 *
 * @param deed what it is for, in words that follow "to": {@code set `X` for `hello`}
 * @param secrets what of it no finding may show, besides the token
 */
record Ask(String deed, Operation operation, Mapping variables, List<SecretValue> secrets) {}
