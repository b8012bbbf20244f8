package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.dagster.requirement.Requirement;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What serves a location needs {@code dagster} and {@code dagster-cloud}. Only where pyproject.toml is all that says what
 * is installed is it certain that one of them is missing there.
 */
final class Dependencies implements CheckoutRule {
    private static final List<String> OTHERS = List.of("requirements.txt", "setup.py", "Dockerfile");

    @Override
    public void check(Checkout checkout, Findings findings) {
        for (ProjectFile project : checkout.projects().keySet()) {
            boolean alone = OTHERS.stream()
                    .noneMatch(name -> checkout.files().isFile(project.folder().resolve(name)));
            if (alone) {
                project.root().entry("project").ifPresent(table -> check(project, table, findings));
            }
        }
    }

    private static void check(ProjectFile file, Mapping.Entry table, Findings findings) {
        if (table.value() instanceof Mapping project && !isListedElsewhere(file, project)) {
            check(project.entry("dependencies").orElse(table), project, findings);
        }
    }

    /** By a build backend, or by Poetry in its own table. */
    private static boolean isListedElsewhere(ProjectFile file, Mapping project) {
        return project.scalars("dynamic").stream().anyMatch(key -> key.text().equals("dependencies"))
                || file.tool("poetry")
                        .filter(poetry -> poetry.has("dependencies"))
                        .isPresent()
                || project.get("dependencies")
                        .filter(said -> !(said instanceof Sequence))
                        .isPresent();
    }

    /** @param place where they are listed, or should be */
    private static void check(Mapping.Entry place, Mapping project, Findings findings) {
        List<String> named = names(project);
        List<String> missing = new ArrayList<>();
        // Every library of Dagster brings `dagster` itself.
        if (named.stream().noneMatch(name -> name.startsWith("dagster"))) {
            missing.add("dagster");
        }
        if (!named.contains("dagster-cloud")) {
            missing.add("dagster-cloud");
        }
        if (!missing.isEmpty()) {
            findings.add(Finding.at(
                            FindingCode.CHECKOUT_NO_DEPENDENCY,
                            place.key().origin(),
                            "`" + String.join("` and `", missing) + "` " + (missing.size() == 1 ? "is" : "are")
                                    + " not among the dependencies")
                    .label("incomplete")
                    .help("add `" + String.join("`, `", missing) + "`, unless a dependency brings "
                            + (missing.size() == 1 ? "it" : "them")));
        }
    }

    /** Extras are installed too. */
    private static List<String> names(Mapping project) {
        Stream<Node> extras = project.mapping("optional-dependencies").stream()
                .flatMap(groups -> groups.entries().stream())
                .map(Mapping.Entry::value);
        return Stream.concat(project.sequence("dependencies").stream(), extras)
                .filter(Sequence.class::isInstance)
                .flatMap(list -> ((Sequence) list).items().stream())
                .flatMap(item -> item instanceof Scalar text ? Requirement.parse(text.text()).stream() : Stream.empty())
                .map(Requirement::distribution)
                .toList();
    }
}
