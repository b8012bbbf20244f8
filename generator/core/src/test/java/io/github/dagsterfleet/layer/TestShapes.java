package io.github.dagsterfleet.layer;

import io.github.dagsterfleet.schema.ExclusiveGroup;
import io.github.dagsterfleet.schema.ExclusiveGroup.Member;
import io.github.dagsterfleet.schema.ItemKey;
import io.github.dagsterfleet.schema.ListPolicy;
import io.github.dagsterfleet.schema.ListShape;
import io.github.dagsterfleet.schema.MappingShape;
import io.github.dagsterfleet.schema.ScalarShape;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.syntax.ScalarType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Small shapes that hold one of everything the fold knows. */
final class TestShapes {
    static final Shape TEXT = Shape.ofScalar("text", ScalarShape.of(ScalarType.STRING));
    static final Shape NUMBER = Shape.ofScalar("number", ScalarShape.of(ScalarType.INTEGER));

    private static final Shape VARIABLE = new Shape(
            "variable",
            Optional.empty(),
            Optional.of(mapping(keys("value", TEXT, "secret", TEXT, "required", TEXT), "value", "secret")),
            Optional.empty(),
            Optional.of("value"),
            false);
    private static final Shape VOLUME = closed("volume", keys("name", TEXT, "size", NUMBER, "options", Shape.UNTYPED));
    private static final Shape RULE = closed("rule", keys("port", NUMBER, "protocol", TEXT, "note", TEXT));

    /**
     * {@code queue}, {@code number}: scalars; {@code free}: untyped; {@code env}: variables in short or full form; {@code
     * tags}: a set; {@code list}: replaced; {@code volumes}, {@code rules}, {@code requires}, {@code items}: keyed; groups:
     * {@code image} or {@code build.registry}, {@code version} or {@code dynamic: [version]}, {@code module} or {@code
     * file} below {@code code}.
     */
    static final Shape LOCATION = Shape.ofMapping(
            "location",
            mapping(
                    locationKeys(),
                    List.of(
                            new ExclusiveGroup(List.of(member("image"), member("build", "registry"))),
                            new ExclusiveGroup(List.of(
                                    member("version"), new Member(List.of("dynamic"), Optional.of("version")))))));

    static final Shape PROJECT = closed("project", keys("pyproject", Shape.UNTYPED, "note", TEXT));

    static final Shape REPO = closed("repo", repoKeys());

    private TestShapes() {}

    private static Map<String, Shape> locationKeys() {
        Map<String, Shape> keys = keys("queue", TEXT, "number", NUMBER, "free", Shape.UNTYPED);
        keys.put("env", Shape.ofMapping("env", MappingShape.open(VARIABLE)));
        keys.put("env_from", list(TEXT, ListPolicy.SET));
        keys.put("resources", Shape.UNTYPED);
        keys.put("code", Shape.ofMapping("code", mapping(keys("module", TEXT, "file", TEXT), "module", "file")));
        keys.put("image", TEXT);
        keys.put("build", closed("build", keys("registry", TEXT, "directory", TEXT)));
        keys.put("version", TEXT);
        keys.put("dynamic", list(TEXT, ListPolicy.SET));
        keys.put("tags", list(TEXT, ListPolicy.SET));
        keys.put("list", list(TEXT, ListPolicy.REPLACE));
        keys.put("volumes", list(VOLUME, keyed(new ItemKey.Fields(List.of("name")))));
        keys.put("rules", list(RULE, keyed(new ItemKey.Fields(List.of("port", "protocol")))));
        keys.put("requires", list(TEXT, keyed(new ItemKey.Requirement())));
        keys.put("items", list(TEXT, keyed(new ItemKey.EnvItem())));
        keys.put("profiles", list(TEXT, ListPolicy.SET));
        keys.put("environments", list(TEXT, ListPolicy.REPLACE));
        keys.put("project", TEXT);
        return keys;
    }

    private static Map<String, Shape> repoKeys() {
        Map<String, Shape> keys = keys("team", TEXT, "agent", TEXT, "vars", Shape.UNTYPED);
        keys.put("profiles", list(TEXT, ListPolicy.SET));
        keys.put("environments", list(TEXT, ListPolicy.REPLACE));
        for (String name : List.of("env", "env_from", "resources")) {
            keys.put(name, LOCATION.below(name).orElseThrow());
        }
        keys.put("pyproject", Shape.UNTYPED);
        keys.put("location", LOCATION);
        keys.put("locations", Shape.ofMapping("locations", MappingShape.open(LOCATION)));
        keys.put("project", PROJECT);
        keys.put("projects", Shape.ofMapping("projects", MappingShape.open(PROJECT)));
        return keys;
    }

    private static Map<String, Shape> keys(String a, Shape shapeA, String b, Shape shapeB, String c, Shape shapeC) {
        Map<String, Shape> keys = keys(a, shapeA, b, shapeB);
        keys.put(c, shapeC);
        return keys;
    }

    private static Map<String, Shape> keys(String a, Shape shapeA, String b, Shape shapeB) {
        Map<String, Shape> keys = new LinkedHashMap<>();
        keys.put(a, shapeA);
        keys.put(b, shapeB);
        return keys;
    }

    private static Shape closed(String name, Map<String, Shape> keys) {
        return Shape.ofMapping(name, MappingShape.closed(keys));
    }

    private static MappingShape mapping(Map<String, Shape> keys, String one, String other) {
        return mapping(keys, List.of(new ExclusiveGroup(List.of(member(one), member(other)))));
    }

    private static MappingShape mapping(Map<String, Shape> keys, List<ExclusiveGroup> groups) {
        return new MappingShape(keys, Optional.empty(), Optional.empty(), Set.of(), 0, groups, Optional.empty());
    }

    private static Member member(String... path) {
        return new Member(List.of(path), Optional.empty());
    }

    private static Shape list(Shape item, ListPolicy policy) {
        return Shape.ofList("list", new ListShape(item, policy));
    }

    private static ListPolicy keyed(ItemKey key) {
        return new ListPolicy.Keyed(key);
    }
}
