package io.github.dagsterfleet;

import io.github.dagsterfleet.change.difference.Difference;
import io.github.dagsterfleet.change.difference.FolderComparison;
import io.github.dagsterfleet.change.difference.Sides;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Compares what is due with what is checked in, as it lies there.
 *
 * @param environments that may have a folder
 */
record AgainstDisk(Parts parts, List<String> environments) implements Function<RenderedFolder, List<Difference>> {
    @Override
    public List<Difference> apply(RenderedFolder folder) {
        Map<String, Sides> sides = new LinkedHashMap<>();
        for (String environment : environments) {
            add(environment, folder, sides);
        }
        add(RepoArtifacts.ALL, folder, sides);
        return new FolderComparison(parts.shapes()).compare(folder.repo(), sides);
    }

    private void add(String environment, RenderedFolder folder, Map<String, Sides> sides) {
        Sides both = new Sides(folder.lying(environment, parts.sources()), folder.due(environment));
        if (!both.before().isEmpty() || !both.after().isEmpty()) {
            sides.put(environment, both);
        }
    }
}
