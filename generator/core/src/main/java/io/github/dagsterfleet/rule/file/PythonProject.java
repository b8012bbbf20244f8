package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.dagster.requirement.Malformed;
import io.github.dagsterfleet.dagster.requirement.ProjectVersions;
import io.github.dagsterfleet.dagster.requirement.Requirement;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.schema.Reading;
import io.github.dagsterfleet.schema.Shape;
import io.github.dagsterfleet.schema.ShapeReader;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables that Python's standards define, and that Dagster's builds read: names, versions, requirements. */
final class PythonProject implements Rule {
    private static final Pattern EMAIL = Pattern.compile("[^@]+@[^@]+\\.[^@]+");

    @Override
    public void check(ParsedFile file, Findings findings) {
        if (file.root() instanceof Mapping top) {
            Shape shape = Shapes.standard().pyproject();
            Findings found = new Findings();
            new ShapeReader(shape, Reading.FOREIGN, found)
                    .read(top.toBuilder().remove("tool").build(top.origin()));
            Set<Site> passedOver = passedOver(top);
            found.list()
                    .forEach(finding -> findings.add(
                            finding.code() == FindingCode.SCHEMA_DUPLICATE_ITEM
                                            || (finding.code() == FindingCode.SCHEMA_UNKNOWN_KEY
                                                    && passedOver.contains(finding.site()))
                                    ? finding.asWarning()
                                    : finding));
            Set<Site> told = findings.list().stream().map(Finding::site).collect(Collectors.toSet());
            requirements(top)
                    .filter(text ->
                            text.isString() && Requirement.parse(text.text()).isEmpty())
                    .map(Requirement::refused)
                    .filter(finding -> !told.contains(finding.site()))
                    .forEach(findings::add);
            top.mapping("project").ifPresent(project -> {
                version(project, findings);
                ProjectVersions.check(project, findings);
                addresses(project)
                        .filter(email -> !EMAIL.matcher(email.text()).matches())
                        .forEach(email -> findings.add(Malformed.text(email, "an address such as `data@example.com`")));
            });
        }
    }

    /** The keys of the one table of which PEP 621 does not say that it has no others. */
    private static Set<Site> passedOver(Mapping top) {
        return top.mapping("project").flatMap(project -> project.mapping("license")).stream()
                .filter(license -> license.has("file") || license.has("text"))
                .flatMap(license -> license.entries().stream())
                .map(entry -> new Site.InSpan(entry.key().origin().span()))
                .collect(Collectors.toSet());
    }

    /** Said, or left to the build backend. */
    private static void version(Mapping project, Findings findings) {
        boolean dynamic = project.scalars("dynamic").stream()
                .anyMatch(field -> field.text().equals("version"));
        if (!project.has("version") && !dynamic) {
            findings.add(
                    Finding.at(FindingCode.SCHEMA_MISSING_KEY, project.origin(), "`project` has no `version`")
                            .label("no `version`")
                            .help(
                                    "write `version = \"0.1.0\"`, or `dynamic = [\"version\"]` where the build backend knows it"));
        }
    }

    private static Stream<Scalar> addresses(Mapping project) {
        return Stream.of("authors", "maintainers")
                .flatMap(key -> project.mappings(key).stream())
                .flatMap(person -> person.scalar("email").filter(Scalar::isString).stream());
    }

    private static Stream<Scalar> requirements(Mapping top) {
        Stream<Node> lists = Stream.of(
                        top.mapping("project").flatMap(project -> project.get("dependencies")).stream(),
                        top.mapping("build-system").flatMap(system -> system.get("requires")).stream(),
                        values(top.mapping("project").flatMap(project -> project.mapping("optional-dependencies"))),
                        values(top.mapping("dependency-groups")))
                .flatMap(nodes -> nodes);
        return lists.filter(Sequence.class::isInstance).flatMap(list -> ((Sequence) list).scalars().stream());
    }

    private static Stream<Node> values(Optional<Mapping> mapping) {
        return mapping.stream().flatMap(groups -> groups.entries().stream()).map(Mapping.Entry::value);
    }
}
