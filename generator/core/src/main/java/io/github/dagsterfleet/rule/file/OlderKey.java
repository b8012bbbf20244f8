package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.dagster.DagsterVersion;
import io.github.dagsterfleet.schema.ScalarShape;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.syntax.ScalarType;
import java.util.List;
import java.util.Optional;

/**
 * A key of dg's settings that older releases know and newer ones refuse. Found in the published packages.
 *
 * @param since the first version that knows it
 * @param gone the first one after that which does not
 */
record OlderKey(List<String> path, ScalarType type, DagsterVersion since, DagsterVersion gone) {
    private static final List<OlderKey> ALL = List.of(
            of("project.autoload_defs", ScalarType.BOOLEAN, "1.10.19", "1.11.7"),
            of("cli.disable_cache", ScalarType.BOOLEAN, DagsterVersion.oldest(), "1.10.21"),
            of("cli.cache_dir", ScalarType.STRING, DagsterVersion.oldest(), "1.10.21"));

    private static OlderKey of(String path, ScalarType type, String since, String gone) {
        return new OlderKey(
                List.of(path.split("\\.")),
                type,
                DagsterVersion.of(since).orElseThrow(),
                DagsterVersion.of(gone).orElseThrow());
    }

    /** What newer releases know, and the keys that only this version does. */
    static Shape addedFor(Optional<DagsterVersion> version, Shape newest) {
        Shape known = newest;
        for (OlderKey key : ALL) {
            if (version.filter(key::isKnownTo).isPresent()) {
                known = known.with(key.path, Shape.ofScalar("setting", ScalarShape.of(key.type)));
            }
        }
        return known;
    }

    private boolean isKnownTo(DagsterVersion version) {
        return version.isBefore(gone) && !version.isBefore(since);
    }
}
