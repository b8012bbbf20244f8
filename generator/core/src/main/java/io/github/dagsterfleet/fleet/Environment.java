package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;

/**
 * One of dev, staging, prod: a Dagster+ deployment.
 *
 * @param name as listed in base.yaml, where its origin points
 * @param document the whole {@code <env>.yaml}, typed
 */
public record Environment(Scalar name, Scalar deployment, Scalar kind, boolean branchDeployments, Mapping document) {}
