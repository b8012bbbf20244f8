package io.github.dagsterfleet;

import io.github.dagsterfleet.change.difference.Difference;
import io.github.dagsterfleet.change.difference.FolderComparison;
import io.github.dagsterfleet.change.difference.Sides;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Compares what is due with what is checked in, as it lies there. */
record AgainstDisk(Parts parts) implements Function<RenderedFolder, List<Difference>> {
    @Override
    public List<Difference> apply(RenderedFolder folder) {
        Map<String, Sides> sides = new LinkedHashMap<>();
        for (String environment : folder.environments()) {
            sides.put(environment, new Sides(folder.lying(environment, parts.sources()), folder.due(environment)));
        }
        return new FolderComparison(parts.shapes()).compare(folder.repo(), sides);
    }
}
