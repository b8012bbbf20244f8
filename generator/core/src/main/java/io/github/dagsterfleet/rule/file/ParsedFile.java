package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.dagster.DagsterRelease;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import java.util.List;
import java.util.Optional;

/**
 * A file as its format reads it.
 *
 * @param release what it has to suit; empty for the newest release that we know
 */
record ParsedFile(Node root, Optional<DagsterRelease> release) {
    /** A part at the top; empty where something else stands. */
    Optional<Mapping> mapping(String key) {
        return root instanceof Mapping top ? top.mapping(key) : Optional.empty();
    }

    /** The locations of a dagster_cloud.yaml that are mappings. */
    List<Mapping> locations() {
        return root instanceof Mapping top ? top.mappings("locations") : List.of();
    }
}
