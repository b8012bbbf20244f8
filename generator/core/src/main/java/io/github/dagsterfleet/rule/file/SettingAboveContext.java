package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Judge;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A setting of a platform, or a whole platform, right in a location. The command knows nothing of what is below {@code
 * container_context} and can only list its own keys.
 */
final class SettingAboveContext implements Rule {
    private static final String CONTEXT = "container_context";

    private static final class Known {
        static final Shape LOCATION = Shapes.standard()
                .dagsterCloud()
                .below("locations")
                .flatMap(Shape::list)
                .orElseThrow()
                .item();
        static final Map<String, Shape> PLATFORMS =
                LOCATION.below(CONTEXT).flatMap(Shape::mapping).orElseThrow().properties();
    }

    @Override
    public void check(ParsedFile file, Findings findings) {
        for (Mapping location : file.locations()) {
            for (Mapping.Entry entry : location.entries()) {
                if (Known.LOCATION.below(entry.name()).isEmpty()) {
                    List<String> places = places(entry.name(), location.mapping(CONTEXT));
                    if (!places.isEmpty()) {
                        findings.add(misplaced(entry.key(), places));
                    }
                }
            }
        }
    }

    /** On the platforms that the location has; where it has none of these, on any. */
    private static List<String> places(String key, Optional<Mapping> context) {
        if (Known.PLATFORMS.containsKey(key)) {
            return List.of(CONTEXT + "." + key);
        }
        List<String> platforms = Known.PLATFORMS.entrySet().stream()
                .filter(platform -> platform.getValue().below(key).isPresent())
                .map(Map.Entry::getKey)
                .toList();
        List<String> used = platforms.stream()
                .filter(platform -> context.filter(said -> said.has(platform)).isPresent())
                .toList();
        return (used.isEmpty() ? platforms : used)
                .stream().map(platform -> CONTEXT + "." + platform + "." + key).toList();
    }

    private static Finding misplaced(Scalar key, List<String> places) {
        return Finding.at(
                        FindingCode.SCHEMA_UNKNOWN_KEY,
                        key.origin(),
                        "unknown key `" + key.text() + "` in an item of `locations`")
                .label("unknown key")
                .help("move it to " + Names.choice(places))
                .by(Judge.CLI);
    }
}
