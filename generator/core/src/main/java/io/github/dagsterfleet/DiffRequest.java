package io.github.dagsterfleet;

import java.util.List;
import java.util.Optional;

/**
 * What is to be compared.
 *
 * @param names repos, and behind them up to two environments; none for the whole fleet and what is checked in
 * @param releases two commits of the workspace, as {@code A..B}, of which one environment is compared; the second is the
 *     one checked out where it is left out
 */
public record DiffRequest(List<String> names, Optional<String> releases) {
    public DiffRequest {
        names = List.copyOf(names);
    }
}
