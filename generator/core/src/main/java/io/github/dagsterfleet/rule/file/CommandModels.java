package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Judge;
import io.github.dagsterfleet.schema.ListShape;
import io.github.dagsterfleet.schema.MappingShape;
import io.github.dagsterfleet.schema.Reading;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.schema.ShapeReader;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.schema.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The models of the {@code dagster-cloud} command: closed keys, texts that are texts, names that stand once. They are
 * laxer than what is sent in the end: null stands for nothing, what is below {@code container_context} is not looked at,
 * and a location may do without a code source.
 */
final class CommandModels implements Rule {
    private static final List<String> SHARED =
            List.of("working_directory", "image", "executable_path", "agent_queue", "container_context", "build");
    private static final Nulls NULLS = Nulls.of(List.of(""), List.of("defaults"))
            .and(Nulls.of(List.of("defaults.", "locations[]."), SHARED))
            .and(Nulls.of(List.of("locations[]."), List.of("attribute", "code_source")))
            .and(Nulls.of(List.of("defaults.build.", "locations[].build."), List.of("directory", "registry")))
            .and(Nulls.of(List.of("locations[].code_source."), CodeSourceKeys.ALL));

    private static final class Lax {
        static final Shape FILE = file(Shapes.standard().dagsterCloud());
        /** Where a misplaced key may be moved to. */
        static final Shape READ_ON_DEPLOY = FILE.without(List.of("defaults"));
    }

    @Override
    public void check(ParsedFile file, Findings findings) {
        Findings found = new Findings();
        new ShapeReader(Lax.READ_ON_DEPLOY, Reading.FOREIGN, found)
                .read(NULLS.droppedFrom(file.root()), Lax.FILE, Subject.TOP);
        found.list().forEach(finding -> findings.add(finding.by(Judge.CLI)));
    }

    private static Shape file(Shape strict) {
        ListShape locations = strict.below("locations").flatMap(Shape::list).orElseThrow();
        Shape location = with(locations.item(), Set.of("location_name"));
        return with(
                strict,
                Set.of("locations"),
                Map.of(
                        "locations", Shape.ofList("locations", new ListShape(location, locations.policy())),
                        "defaults", with(strict.below("defaults").orElseThrow(), Set.of())));
    }

    /** A location, or the defaults of all. */
    private static Shape with(Shape strict, Set<String> required) {
        Map<String, Shape> lax = new LinkedHashMap<>();
        lax.put("container_context", Shape.ofMapping("container context", MappingShape.open(Shape.UNTYPED)));
        strict.below("code_source").ifPresent(source -> lax.put("code_source", with(source, Set.of(), Map.of())));
        return with(strict, required, lax);
    }

    /** The same keys, some with other shapes, and no condition but that some are there. */
    private static Shape with(Shape strict, Set<String> required, Map<String, Shape> others) {
        Map<String, Shape> properties =
                new LinkedHashMap<>(strict.mapping().orElseThrow().properties());
        properties.putAll(others);
        return Shape.ofMapping(
                strict.name(),
                new MappingShape(
                        properties, Optional.empty(), Optional.empty(), required, 0, List.of(), Optional.empty()));
    }
}
