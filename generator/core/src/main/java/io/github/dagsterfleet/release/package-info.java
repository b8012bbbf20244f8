/**
 * What an environment listed under {@code promoted:} renders from, and in which order repos are deployed. Comes in: release
 * files, the history of the workspace, and what is kept of every repo once it has been resolved. Goes out: what repos are in
 * such an environment, what a promotion would change, and a {@link io.github.dagsterfleet.release.DeployOrder} as text, JSON
 * and Mermaid.
 */
@NullMarked
package io.github.dagsterfleet.release;

import org.jspecify.annotations.NullMarked;
