package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A markdown table of the keys of one definition. What has a table of its own is linked. Of Dagster's and Python's own
 * documents it lists nothing but the lists that merge, since all else is said where these are at home.
 */
final class KeyTable {
    private static final Map<String, String> TABLES = Map.of(
            "repo", "[the keys of `repo.yaml`](#repoyaml-overlays-and-every-defaults)",
            "location", "[the keys of a location](#a-location)",
            "pyprojectFacts", "[the tables of pyproject.toml](#pyproject)",
            "variable", "[a variable](#a-variable)",
            "sizes", "[sizes](#sizes)");
    private static final Set<String> AT_HOME_ELSEWHERE =
            Set.of("containerContext", "pythonProject", "dependencyGroups", "buildSystem", "tool");
    private static final Set<String> NEVER_MERGED = Set.of("deploymentSettings", "alertPolicies");

    private final Mapping definitions;
    private final List<String> lines = new ArrayList<>();

    private KeyTable(Mapping definitions) {
        this.definitions = definitions;
    }

    static List<String> of(String definition) {
        Mapping definitions = Definitions.ofDocuments();
        KeyTable table = new KeyTable(definitions);
        table.lines.add("| key | value | what it says |");
        table.lines.add("| --- | --- | --- |");
        table.below(definitions.mapping(definition).orElseThrow(), "", true);
        return table.lines;
    }

    /** The rows of what a mapping or a list holds. */
    private void below(Mapping schema, String path, boolean ours) {
        List<String> required = texts(schema, "required");
        schema.mapping("properties")
                .ifPresent(properties -> properties.forEach(entry -> {
                    String key = path.isEmpty() ? entry.name() : path + "." + entry.name();
                    if (entry.value() instanceof Mapping member) {
                        member(key, member, required.contains(entry.name()), ours);
                    }
                }));
        if (schema.get("additionalProperties").orElse(null) instanceof Mapping member) {
            String key = path + "." + placeholder(schema);
            if (resolved(member).has("x-list") || hasTable(member)) {
                member(key, member, false, ours);
            } else {
                below(resolved(member), key, ours);
            }
        }
        schema.mapping("items").map(this::resolved).ifPresent(item -> below(item, path + "[]", ours));
    }

    private void member(String key, Mapping said, boolean required, boolean ours) {
        Mapping schema = resolved(said);
        if (ours || schema.has("x-list")) {
            lines.add("| `" + key + "` | " + value(said, schema) + (required ? ", required" : "") + " | "
                    + description(said, schema) + " |");
        }
        String name = name(said);
        if (!TABLES.containsKey(name) && !NEVER_MERGED.contains(name)) {
            below(schema, key, ours && !AT_HOME_ELSEWHERE.contains(name));
        }
    }

    private static boolean hasTable(Mapping said) {
        return TABLES.containsKey(name(said));
    }

    /** The name of the definition that is referred to; empty for what is said in place. */
    private static String name(Mapping said) {
        return said.text("$ref").map(Definitions::referred).orElse("");
    }

    private Mapping resolved(Mapping said) {
        return said.text("$ref")
                .map(reference ->
                        definitions.mapping(Definitions.referred(reference)).orElseThrow())
                .orElse(said);
    }

    private static String value(Mapping said, Mapping schema) {
        if (hasTable(said)) {
            return TABLES.getOrDefault(name(said), "");
        }
        List<String> allowed = texts(schema, "enum");
        if (!allowed.isEmpty()) {
            return "`" + String.join("`, `", allowed) + "`";
        }
        return switch (schema.text("type").orElse("")) {
            case "array" -> "list" + policy(schema);
            case "object" -> "mapping";
            case "boolean" -> "`true`, `false`";
            case "integer" -> schema.text("const").map(only -> "`" + only + "`").orElse("whole number");
            case "string" -> "text";
            default -> "anything";
        };
    }

    /** How a plain list merges, as merge.md calls it. */
    private static String policy(Mapping list) {
        Node policy = list.get("x-list").orElse(null);
        if (policy instanceof Mapping keyed) {
            String fields = String.join("`, `", texts(keyed, "keyed"));
            return ", keyed by " + keyed.text("keyed").map(KeyTable::partOfText).orElse("`" + fields + "`");
        }
        return policy == null ? ", replaced" : ", set";
    }

    private static String partOfText(String form) {
        return switch (form) {
            case "requirement" -> "package";
            case "env-item" -> "variable";
            default -> throw new IllegalArgumentException(form);
        };
    }

    private static String description(Mapping said, Mapping schema) {
        return said.text("description")
                .or(() -> schema.text("description"))
                .map(text -> text.replace("|", "\\|"))
                .orElse("");
    }

    /** What stands for a name that the author chooses. */
    private static String placeholder(Mapping schema) {
        String names = schema.mapping("propertyNames")
                .flatMap(said -> said.text("$ref"))
                .map(Definitions::referred)
                .orElse("name");
        return switch (names) {
            case "environmentName" -> "<env>";
            case "locationName" -> "<location>";
            case "path" -> "<path>";
            case "variableName" -> "<NAME>";
            case "groupName" -> "<group>";
            default -> "<name>";
        };
    }

    private static List<String> texts(Mapping schema, String key) {
        return schema.sequence(key).map(Sequence::items).orElse(List.of()).stream()
                .map(Scalar.class::cast)
                .map(Scalar::text)
                .toList();
    }
}
