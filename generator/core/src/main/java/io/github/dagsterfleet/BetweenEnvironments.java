package io.github.dagsterfleet;

import io.github.dagsterfleet.change.difference.Difference;
import io.github.dagsterfleet.change.difference.FolderComparison;
import io.github.dagsterfleet.change.difference.Sides;
import io.github.dagsterfleet.change.difference.Version;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Compares what is due in one environment with what is due in another. */
record BetweenEnvironments(Parts parts, String before, String after)
        implements Function<RenderedFolder, List<Difference>> {
    /** Names its environment in every line, and follows from the rest. */
    private static final String PLAN = "deploy_plan.json";

    @Override
    public List<Difference> apply(RenderedFolder folder) {
        if (!folder.speaksOf(before) || !folder.speaksOf(after)) {
            return List.of();
        }
        Sides sides = new Sides(files(folder, before), files(folder, after));
        return new FolderComparison(parts.shapes()).compare(folder.repo(), Map.of("", sides));
    }

    private static Map<String, Version> files(RenderedFolder folder, String environment) {
        Map<String, Version> files = folder.due(environment);
        files.remove(PLAN);
        return files;
    }
}
