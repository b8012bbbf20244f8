package io.github.dagsterfleet.change.difference;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One folder of generated files on both sides.
 *
 * @param before by the path below the folder
 * @param after the same
 */
public record Sides(Map<String, Version> before, Map<String, Version> after) {
    public Sides {
        before = Collections.unmodifiableMap(new TreeMap<>(before));
        after = Collections.unmodifiableMap(new TreeMap<>(after));
    }
}
