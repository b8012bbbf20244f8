package io.github.dagsterfleet;

import io.github.dagsterfleet.release.Retirement;
import java.util.List;

/**
 * What is to be taken out of an environment.
 *
 * @param repos all of them go, or none; those whose folders are gone too
 * @param planOnly whether nothing is to be written
 */
public record RetireRequest(List<String> repos, String environment, Retirement.Wish wish, boolean planOnly) {
    public RetireRequest {
        repos = List.copyOf(repos);
    }
}
