package io.github.dagsterfleet.release;

import io.github.dagsterfleet.fleet.Fleet;

/**
 * What tells which release an environment renders from.
 *
 * @param fleet the organisation now
 * @param inputs digests of the tree's files
 */
public record Pins(Fleet fleet, ReleaseFiles files, Releases releases, InputsDigest inputs) {
    boolean isPromoted(String environment) {
        return fleet.isPromoted(environment);
    }
}
