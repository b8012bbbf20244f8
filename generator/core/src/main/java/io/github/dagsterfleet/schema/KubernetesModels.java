package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.syntax.Mapping;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles the models of Kubernetes objects one by one, from a file that is read when the first is asked for. */
final class KubernetesModels {
    private final Map<String, Shape> shapes = new HashMap<>();
    private @Nullable Mapping definitions;

    KubernetesObject object(String model) {
        return new KubernetesObject(this, model);
    }

    /** The keys of a model by each of their spellings. */
    synchronized Map<String, KubernetesObject.Key> keys(String model) {
        Map<String, KubernetesObject.Key> keys = new LinkedHashMap<>();
        for (Mapping.Entry entry : properties(definition(model)).entries()) {
            Mapping written = (Mapping) entry.value();
            Shape shape = written.text("$ref")
                    .map(reference -> shape(Definitions.referred(reference)))
                    .orElse(Shape.UNTYPED);
            KubernetesObject.Key key = new KubernetesObject.Key(
                    entry.name(), written.text("x-also").orElse(entry.name()), shape);
            keys.put(key.name(), key);
            keys.put(key.other(), key);
        }
        return keys;
    }

    private Shape shape(String name) {
        Shape known = shapes.get(name);
        if (known == null) {
            known = compile(name, definition(name));
            shapes.put(name, known);
        }
        return known;
    }

    private Shape compile(String name, Mapping schema) {
        if (schema.has("properties")) {
            return Shape.ofMapping(name, MappingShape.of(object(name)));
        }
        return schema.mapping("items")
                .flatMap(items -> items.text("$ref"))
                .map(item -> Shape.ofList(name, new ListShape(shape(Definitions.referred(item)), ListPolicy.REPLACE)))
                .orElseGet(() -> new ShapeCompiler(all(), this).definition(name));
    }

    private Mapping definition(String name) {
        return all().mapping(name).orElseThrow(() -> new IllegalStateException(name + ": no Kubernetes object"));
    }

    private Mapping all() {
        Mapping read = definitions;
        if (read == null) {
            read = Definitions.ofKubernetes();
            definitions = read;
        }
        return read;
    }

    private static Mapping properties(Mapping model) {
        return model.mapping("properties").orElseThrow();
    }
}
