package io.github.dagsterfleet.release;

import io.github.dagsterfleet.fleet.Fleet;

/**
 * What tells which release an environment renders from, or the build-time files of a repo.
 *
 * @param fleet the organisation now
 * @param inputs digests of the tree's files
 */
public record Pins(Fleet fleet, ReleaseFiles files, Releases releases, InputsDigest inputs) {
    /** @param place an environment, or {@code all} */
    boolean isPromoted(String place) {
        return fleet.isPromoted(place);
    }
}
