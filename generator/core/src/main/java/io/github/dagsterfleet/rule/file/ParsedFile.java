package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.dagster.DagsterVersion;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import java.util.List;
import java.util.Optional;

/**
 * A file as its format reads it, or the document that is to be rendered as one.
 *
 * @param locations those of a dagster_cloud.yaml that are mappings
 * @param version what it has to suit; empty for the newest release that we know
 */
record ParsedFile(Node root, List<Mapping> locations, Optional<DagsterVersion> version) {
    static ParsedFile of(Node root, Optional<DagsterVersion> version) {
        return new ParsedFile(root, root instanceof Mapping top ? top.mappings("locations") : List.of(), version);
    }

    /** A part at the top; empty where something else stands. */
    Optional<Mapping> mapping(String key) {
        return root instanceof Mapping top ? top.mapping(key) : Optional.empty();
    }

    /** The same file with another root. */
    ParsedFile over(Node other) {
        return of(other, version);
    }
}
