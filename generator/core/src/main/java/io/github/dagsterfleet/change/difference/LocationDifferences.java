package io.github.dagsterfleet.change.difference;

import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Says what differs in a {@code dagster_cloud.yaml}: locations, where their code runs and from what, their variables. */
final class LocationDifferences implements NodeComparison.Visitor {
    private static final Set<String> RUNS = Set.of("agent_queue", "code_source");
    private static final Set<String> IMAGE =
            Set.of("image", "build", "image_pull_policy", "image_pull_secrets", "task_definition_arn");
    private static final List<String> LOCATIONS = List.of("locations");
    private static final String CONTEXT = "container_context";
    /** What came or went as a whole with one of these keys is told by what is below it. */
    private static final Set<String> CONTAINERS = Set.of(
            CONTEXT,
            "k8s",
            "ecs",
            "docker",
            "server_k8s_config",
            "run_k8s_config",
            "container_config",
            "container_kwargs");

    private static final Set<String> VARIABLES = Set.of("env_vars", "env", "secrets", "environment");
    /** Lists of what holds variables, each of them with all of its keys. */
    private static final Set<String> SOURCES = Set.of("env_secrets", "env_config_maps", "env_from", "secrets_tags");

    /** Below {@code locations}, an item, and the key of a location. */
    private static final int BELOW_LOCATION = 3;

    private final FilePair file;
    private final Collected found;

    LocationDifferences(FilePair file, Collected found) {
        this.file = file;
        this.found = found;
    }

    @Override
    public void differs(DocumentPath path, Shape shape, Optional<Node> before, Optional<Node> after) {
        List<String> keys = path.keys();
        Node node = after.or(() -> before).orElseThrow();
        Sign sign = Sign.of(before, after);
        int variables = variables(keys, node);
        if (variables >= 0) {
            variables(path, variables, node, sign, before, after);
        } else if (sign != Sign.CHANGED && isTransparent(keys) && node instanceof Mapping mapping) {
            mapping.forEach(entry -> below(
                    path.below(shape.named(entry.name())),
                    shape.below(entry.name()).orElse(Shape.UNTYPED),
                    entry.value(),
                    sign));
        } else if (keys.equals(LOCATIONS) && isList(before) && isList(after)) {
            locations(path, shape, before, Sign.REMOVED);
            locations(path, shape, after, Sign.ADDED);
        } else if (keys.size() == 2) {
            found.add(
                    Category.STARTS_OR_STOPS,
                    sign,
                    new Subject("location `" + path.name() + "`", "location *"),
                    Detail.NONE,
                    file.cause(before, after));
        } else {
            found.value(category(keys), path.subject(), shape, file, before, after);
        }
    }

    /** Without a list, or with nothing in its place, there is no location. */
    private static boolean isList(Optional<Node> locations) {
        return locations
                .filter(node -> !(node instanceof Sequence || (node instanceof Scalar scalar && scalar.isNull())))
                .isEmpty();
    }

    private void locations(DocumentPath path, Shape shape, Optional<Node> list, Sign sign) {
        if (list.isPresent() && list.get() instanceof Sequence locations) {
            locations
                    .items()
                    .forEach(item ->
                            below(path.item(shape.listPolicy().keyOf(item).orElse("")), shape.item(), item, sign));
        }
    }

    private void below(DocumentPath path, Shape shape, Node node, Sign sign) {
        Optional<Node> one = Optional.of(node);
        boolean came = sign == Sign.ADDED;
        differs(path, shape, came ? Optional.empty() : one, came ? one : Optional.empty());
    }

    private static boolean isTransparent(List<String> keys) {
        return keys.isEmpty() || (keys.size() >= BELOW_LOCATION && CONTAINERS.contains(keys.get(keys.size() - 1)));
    }

    private static Category category(List<String> keys) {
        if (keys.size() < BELOW_LOCATION) {
            return Category.CONFIGURATION;
        }
        if (RUNS.contains(keys.get(2))) {
            return Category.STARTS_OR_STOPS;
        }
        return keys.stream().anyMatch(IMAGE::contains) ? Category.IMAGE : Category.CONFIGURATION;
    }

    /** At which depth a list of variables stands; -1 where there is none on the way. */
    private static int variables(List<String> keys, Node node) {
        if (keys.size() <= BELOW_LOCATION || !keys.get(2).equals(CONTEXT)) {
            return -1;
        }
        for (int i = BELOW_LOCATION; i < keys.size(); i++) {
            boolean isList = i + 1 < keys.size() ? keys.get(i + 1).equals("*") : node instanceof Sequence;
            if (isList && (VARIABLES.contains(keys.get(i)) || SOURCES.contains(keys.get(i)))) {
                return i;
            }
        }
        return -1;
    }

    private void variables(
            DocumentPath path, int depth, Node node, Sign sign, Optional<Node> before, Optional<Node> after) {
        boolean isSource = SOURCES.contains(path.name(depth));
        int below = path.keys().size() - depth;
        if (below > 2) {
            variable(path.name(depth + 1), isSource, Sign.CHANGED, before, after);
        } else if (below == 2) {
            variable(name(node), isSource, sign, before, after);
        } else if (node instanceof Sequence list && sign != Sign.CHANGED) {
            for (Node item : list.items()) {
                Optional<Node> one = Optional.of(item);
                boolean came = sign == Sign.ADDED;
                variable(name(item), isSource, sign, came ? before : one, came ? one : after);
            }
        } else {
            variable(path.name(depth), false, sign, before, after);
        }
    }

    private void variable(String name, boolean isSource, Sign sign, Optional<Node> before, Optional<Node> after) {
        found.variable(isSource ? "every key of " + name : name, sign, file.cause(before, after));
    }

    /** Of {@code KEY=VALUE}, of what has a name, and of what names where variables come from. */
    private static String name(Node item) {
        if (item instanceof Scalar scalar) {
            int equals = scalar.text().indexOf('=');
            return equals < 0 ? scalar.text() : scalar.text().substring(0, equals);
        }
        if (!(item instanceof Mapping mapping)) {
            return "one without a name";
        }
        return mapping.text("name")
                .or(() -> mapping.entries().stream()
                        .filter(entry -> entry.value() instanceof Mapping)
                        .flatMap(entry -> ((Mapping) entry.value()).text("name").stream())
                        .findFirst())
                .orElse("one without a name");
    }
}
