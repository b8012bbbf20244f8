package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.rule.file.DagsterFile;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.text.SourcePath;
import java.util.List;
import java.util.Optional;

/** One dagster_cloud.yaml, or that of one deployment. */
record CloudFile(SourcePath path, List<CodeLocation> locations) {
    private static final String PREFIX = "dagster_cloud.";

    CloudFile {
        locations = List.copyOf(locations);
    }

    static CloudFile of(SourcePath path, Mapping root) {
        return new CloudFile(
                path,
                root.mappings("locations").stream()
                        .map(item -> new CodeLocation(item, path.parent()))
                        .toList());
    }

    static boolean isOne(String name) {
        return DagsterFile.found(name).filter(DagsterFile.DAGSTER_CLOUD::equals).isPresent();
    }

    /** {@code prod} of {@code dagster_cloud.prod.yaml}; empty for {@code dagster_cloud.yaml}. */
    Optional<String> deployment() {
        return deployment(path.fileName());
    }

    static Optional<String> deployment(String name) {
        String stem = name.substring(0, name.lastIndexOf('.'));
        return stem.startsWith(PREFIX) ? Optional.of(stem.substring(PREFIX.length())) : Optional.empty();
    }
}
