package io.github.dagsterfleet.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What editors show of the keys that people write. */
class DescribedTest {
    private static final Mapping DEFINITIONS = Definitions.ofDocuments();

    @Test
    void everyKeyIsDescribed() {
        List<String> silent = new ArrayList<>();
        for (Mapping.Entry definition : DEFINITIONS.entries()) {
            collectSilent(definition.name(), definition.value(), silent);
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void everyDescriptionIsOneOrMoreSentences() {
        List<String> descriptions = new ArrayList<>();
        collect("description", DEFINITIONS, descriptions);
        assertThat(descriptions).hasSizeGreaterThan(300).allMatch(text -> text.endsWith("."));
        assertThat(descriptions).allMatch(text -> text.length() <= 220, "short enough for a tooltip");
    }

    /** Both faces of a schema take its examples: a document of it, and a layer where it may stand in one. */
    @Test
    void everyExampleIsTaken() {
        List<Mapping> schemas = new ArrayList<>();
        collectExemplary(DEFINITIONS, schemas);
        assertThat(schemas).hasSizeGreaterThan(60);
        schemas.forEach(
                schema -> schema.sequence("examples").orElseThrow().items().forEach(example -> {
                    assertThat(ours(schema, example)).isEmpty();
                    assertThat(theirs(schema, example)).isEmpty();
                }));
    }

    private static void collectSilent(String path, Node schema, List<String> silent) {
        if (schema instanceof Sequence alternatives) {
            alternatives.items().forEach(alternative -> collectSilent(path, alternative, silent));
        } else if (schema instanceof Mapping mapping) {
            mapping.mapping("properties")
                    .ifPresent(properties -> properties.forEach(key -> {
                        if (!isDescribed((Mapping) key.value())) {
                            silent.add(path + "." + key.name());
                        }
                        collectSilent(path + "." + key.name(), key.value(), silent);
                    }));
            for (String below : List.of("items", "additionalProperties", "anyOf")) {
                mapping.get(below).ifPresent(node -> collectSilent(path, node, silent));
            }
        }
    }

    private static boolean isDescribed(Mapping schema) {
        return schema.has("description")
                || schema.text("$ref")
                        .flatMap(reference -> DEFINITIONS.mapping(Definitions.referred(reference)))
                        .filter(DescribedTest::isDescribed)
                        .isPresent();
    }

    private static void collect(String keyword, Node node, List<String> texts) {
        if (node instanceof Mapping mapping) {
            mapping.text(keyword).ifPresent(texts::add);
            mapping.forEach(entry -> collect(keyword, entry.value(), texts));
        } else if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> collect(keyword, item, texts));
        }
    }

    private static void collectExemplary(Node node, List<Mapping> schemas) {
        if (node instanceof Mapping mapping) {
            if (mapping.has("examples")) {
                schemas.add(mapping);
            }
            mapping.forEach(entry -> collectExemplary(entry.value(), schemas));
        } else if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> collectExemplary(item, schemas));
        }
    }

    private static List<Finding> ours(Mapping schema, Node example) {
        Findings findings = new Findings();
        Mapping definitions = DEFINITIONS.toBuilder().put("exemplary", schema).build(schema.origin());
        Shape shape = new ShapeCompiler(definitions, new KubernetesModels()).definition("exemplary");
        new ShapeReader(shape, Reading.DOCUMENT, findings).read(example);
        return findings.list();
    }

    private static List<String> theirs(Mapping schema, Node example) {
        Mapping whole = schema.toBuilder().put("$defs", DEFINITIONS).build(schema.origin());
        SchemaValidatorsConfig lazy =
                SchemaValidatorsConfig.builder().preloadJsonSchema(false).build();
        JsonSchema validator =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Verdicts.json(whole), lazy);
        return validator.validate(Verdicts.json(example), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}
