package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.dagster.requirement.Malformed;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Entry points and the build backend name an object in a module, and scripts have tables of their own (PEP 517, 621). */
final class ObjectReferences implements Rule {
    private static final String ENTRY_POINTS = "entry-points";
    private static final Map<String, String> OWN_TABLES =
            Map.of("console_scripts", "scripts", "gui_scripts", "gui-scripts");

    /** The forms of the specification of entry points; a group that gives nothing back needs no stack. */
    private static final Pattern GROUP = Pattern.compile("\\w+(?:\\.\\w+)*+", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern POINT = Pattern.compile("[^\\[\\s=]([^=]*[^\\s=])?", Pattern.UNICODE_CHARACTER_CLASS);

    @Override
    public void check(ParsedFile file, Findings findings) {
        file.mapping("project").ifPresent(project -> {
            Stream<Mapping> groups = project.mapping(ENTRY_POINTS).stream()
                    .flatMap(points -> points.entries().stream())
                    .flatMap(group -> mapping(group).stream());
            Stream.concat(Stream.of("scripts", "gui-scripts").flatMap(key -> project.mapping(key).stream()), groups)
                    .flatMap(table -> table.entries().stream())
                    .flatMap(entry -> text(entry).stream())
                    .filter(text -> !isEntryPoint(text.text()))
                    .forEach(text -> findings.add(Malformed.text(text, "an entry point such as `analytics.cli:main`")));
            project.mapping(ENTRY_POINTS).ifPresent(points -> points.forEach(group -> ownTable(group, findings)));
            names(project, findings);
        });
        file.mapping("build-system")
                .flatMap(system -> system.scalar("build-backend"))
                .filter(backend -> backend.isString() && !isObject(backend.text()))
                .ifPresent(
                        backend -> findings.add(Malformed.text(backend, "a build backend such as `hatchling.build`")));
    }

    private static void names(Mapping project, Findings findings) {
        Stream<Mapping.Entry> groups =
                project.mapping(ENTRY_POINTS).stream().flatMap(points -> points.entries().stream());
        groups.forEach(group -> {
            if (!GROUP.matcher(group.name()).matches()) {
                findings.add(Malformed.text(group.key(), "a group of entry points such as `analytics.plugins`"));
            }
            mapping(group).stream()
                    .flatMap(points -> points.keys().stream())
                    .filter(name -> !POINT.matcher(name).matches())
                    .forEach(name -> findings.add(Malformed.text(
                            mapping(group)
                                    .orElseThrow()
                                    .entry(name)
                                    .orElseThrow()
                                    .key(),
                            "the name of an entry point")));
        });
        for (String key : List.of("scripts", "gui-scripts")) {
            project.mapping(key).stream()
                    .flatMap(table -> table.entries().stream())
                    .filter(entry -> !POINT.matcher(entry.name()).matches())
                    .forEach(entry -> findings.add(Malformed.text(entry.key(), "the name of a command")));
        }
        project.mapping("urls")
                .flatMap(urls -> urls.entry(""))
                .ifPresent(entry -> findings.add(Malformed.text(entry.key(), "a label such as `Homepage`")));
    }

    private static void ownTable(Mapping.Entry group, Findings findings) {
        String table = OWN_TABLES.get(group.name());
        if (table != null) {
            findings.add(Finding.at(
                            FindingCode.SCHEMA_UNKNOWN_KEY,
                            group.key().origin(),
                            "`" + group.name() + "` has a table of its own")
                    .label("not here")
                    .help("write `[project." + table + "]` in its place"));
        }
    }

    /** {@code module}, {@code module:object}, either with extras behind. */
    private static boolean isEntryPoint(String text) {
        int bracket = text.indexOf('[');
        boolean extras = bracket < 0 || text.stripTrailing().endsWith("]");
        return extras && isObject(bracket < 0 ? text : text.substring(0, bracket));
    }

    private static boolean isObject(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? DottedName.isValid(text)
                : DottedName.isValid(text.substring(0, colon)) && DottedName.isValid(text.substring(colon + 1));
    }

    private static Optional<Mapping> mapping(Mapping.Entry entry) {
        return entry.value() instanceof Mapping table ? Optional.of(table) : Optional.empty();
    }

    private static Optional<Scalar> text(Mapping.Entry entry) {
        return entry.value() instanceof Scalar scalar && scalar.isString() ? Optional.of(scalar) : Optional.empty();
    }
}
