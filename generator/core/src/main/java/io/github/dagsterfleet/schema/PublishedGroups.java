package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in JSON Schema that facts exclude each other. */
final class PublishedGroups {
    private final Reading reading;
    private final SchemaPublisher publisher;
    private final SchemaNodes nodes;

    PublishedGroups(Reading reading, SchemaPublisher publisher) {
        this.reading = reading;
        this.publisher = publisher;
        this.nodes = publisher.nodes();
    }

    /** Adds to the published mapping what its authored schema says of groups. */
    void describe(Mapping schema, Mapping.Builder out) {
        List<Node> excluded = new ArrayList<>();
        for (ExclusiveGroup group : ShapeCompiler.groups(schema)) {
            if (isWhole(group, schema) && !reading.takesReferences()) {
                // Beside the properties, it would keep editors from completing the first key.
                excluded.add(nodes.only("maxProperties", nodes.number(1)));
            } else {
                pairs(group, excluded);
            }
        }
        if (!excluded.isEmpty()) {
            out.put("allOf", nodes.list(excluded));
        }
    }

    /** Whether every key of the mapping is a member, so that counting keys says it all. */
    private static boolean isWhole(ExclusiveGroup group, Mapping schema) {
        Set<String> members =
                group.members().stream().map(ExclusiveGroup.Member::words).collect(Collectors.toUnmodifiableSet());
        return schema.text("additionalProperties").filter("false"::equals).isPresent()
                && schema.mapping("properties")
                        .filter(properties -> members.containsAll(properties.keys()))
                        .isPresent();
    }

    private void pairs(ExclusiveGroup group, List<Node> excluded) {
        for (int i = 0; i < group.members().size(); i++) {
            for (int j = i + 1; j < group.members().size(); j++) {
                Node both = nodes.only(
                        "allOf",
                        nodes.list(List.of(
                                said(group.members().get(i)),
                                said(group.members().get(j)))));
                excluded.add(nodes.only("not", both));
            }
        }
    }

    private Mapping said(ExclusiveGroup.Member member) {
        return said(member.path(), member);
    }

    private Mapping said(List<String> path, ExclusiveGroup.Member member) {
        String key = path.get(0);
        Mapping value = path.size() > 1 ? said(path.subList(1, path.size()), member) : last(member);
        Mapping.Builder out =
                Mapping.builder().put("type", nodes.text("object")).put("required", nodes.texts(List.of(key)));
        return nodes.build(value.isEmpty() ? out : out.put("properties", nodes.only(key, value)));
    }

    private Mapping last(ExclusiveGroup.Member member) {
        if (member.item().isPresent()) {
            return nodes.build(Mapping.builder()
                    .put("type", nodes.text("array"))
                    .put(
                            "contains",
                            nodes.only("const", nodes.text(member.item().get()))));
        }
        return reading.takesReferences()
                ? nodes.only("not", nodes.reference(publisher.operator("removal")))
                : Mapping.empty(nodes.origin());
    }
}
