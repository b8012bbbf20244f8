/**
 * Pins, gates, promotion, rollback, holds and the order of deploys. Comes in: what is kept of every repo once it has been
 * resolved. Goes out: a {@link io.github.dagsterfleet.release.DeployOrder}, and that as text, as JSON and as Mermaid.
 */
@NullMarked
package io.github.dagsterfleet.release;

import org.jspecify.annotations.NullMarked;
