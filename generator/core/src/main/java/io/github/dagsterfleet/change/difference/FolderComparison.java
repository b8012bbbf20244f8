package io.github.dagsterfleet.change.difference;

import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.syntax.Mapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares the generated folders of one repo, or those of the environments themselves. */
public final class FolderComparison {
    private static final String CLOUD = "dagster_cloud.yaml";
    private static final String ENV_SET = "env_set.json";

    private final Shapes shapes;

    public FolderComparison(Shapes shapes) {
        this.shapes = shapes;
    }

    /**
     * @param repo empty for the folders of environments
     * @param folders by the name of the environment
     */
    public List<Difference> compare(Optional<String> repo, Map<String, Sides> folders) {
        List<Difference> differences = new ArrayList<>();
        Map<String, Sides> each = new TreeMap<>(folders);
        Optional<Sides> everywhere = Optional.ofNullable(each.remove(Workspace.ALL));
        boolean changed = each.isEmpty();
        for (Map.Entry<String, Sides> folder : each.entrySet()) {
            Collected found = new Collected(repo, folder.getKey());
            Sides sides = folder.getValue();
            boolean whole = repo.isPresent()
                    && sides.before().isEmpty() != sides.after().isEmpty();
            if (whole) {
                found.add(
                        Category.STARTS_OR_STOPS,
                        sides.before().isEmpty() ? Sign.ADDED : Sign.REMOVED,
                        Subject.of("the repo, with all of its locations"),
                        Detail.NONE,
                        Optional.empty());
            } else {
                files(sides, found);
                changed |= !sides.after().isEmpty();
            }
            differences.addAll(found.list());
        }
        if (everywhere.isPresent() && changed) {
            Collected found = new Collected(repo, Workspace.ALL);
            files(everywhere.get(), found);
            Set<Subject> told = variables(differences);
            found.list().stream()
                    .filter(one -> one.category() != Category.VARIABLES || !told.contains(one.subject()))
                    .filter(one -> told.isEmpty() || !one.subject().words().startsWith(".env.example "))
                    .forEach(differences::add);
        }
        return differences;
    }

    private static Set<Subject> variables(List<Difference> differences) {
        Set<Subject> variables = new HashSet<>();
        differences.stream()
                .filter(one -> one.category() == Category.VARIABLES)
                .forEach(one -> variables.add(one.subject()));
        return variables;
    }

    /** The contract of variables comes first: what it tells is not told again of files that follow from it. */
    private void files(Sides sides, Collected found) {
        Set<String> paths = new TreeSet<>(sides.before().keySet());
        paths.addAll(sides.after().keySet());
        FilePair cloud = pair(CLOUD, sides);
        FilePair contract = pair(ENV_SET, sides);
        if (paths.contains(ENV_SET) && contract.isReadable()) {
            paths.remove(ENV_SET);
            if (!contract.isSame()) {
                new EnvSetDifferences(contract, commonLocations(cloud), found).compare();
            }
        }
        for (String path : paths) {
            new FileComparison(shapes, path.equals(CLOUD) ? cloud : pair(path, sides), found).compare();
        }
        if (contract.isThere() && found.seen() == 0 && !contract.isSame()) {
            new FileComparison(shapes, contract, found).layout();
        }
    }

    private static FilePair pair(String path, Sides sides) {
        return new FilePair(
                path,
                Optional.ofNullable(sides.before().get(path)),
                Optional.ofNullable(sides.after().get(path)));
    }

    private static Set<String> commonLocations(FilePair cloud) {
        Set<String> names = locations(cloud.mappingBefore());
        names.retainAll(locations(cloud.mappingAfter()));
        return names;
    }

    private static Set<String> locations(Optional<Mapping> document) {
        Set<String> names = new TreeSet<>();
        document.ifPresent(file -> file.mappings("locations")
                .forEach(location -> location.text("location_name").ifPresent(names::add)));
        return names;
    }
}
