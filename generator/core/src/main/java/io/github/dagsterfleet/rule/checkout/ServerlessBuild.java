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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A serverless build collects dependencies from pyproject.toml by itself, and not as the tools do that made it: it puts
 * Poetry's versions behind the names as they are, and it installs every extra.
 */
final class ServerlessBuild implements CheckoutRule {
    private static final Set<String> TOOLS = Set.of(
            "black",
            "dagster-webserver",
            "dagit",
            "flake8",
            "isort",
            "mypy",
            "pre-commit",
            "pylint",
            "pyright",
            "pytest",
            "pytest-cov",
            "ruff",
            "tox",
            "ty");

    private static final String AGAIN = "so is this";

    @Override
    public void check(Checkout checkout, Findings findings) {
        checkout.projects().forEach((project, locations) -> {
            boolean own = checkout.files().isFile(project.folder().resolve("Dockerfile"));
            if (!own && locations.stream().allMatch(CodeLocation::isServerless)) {
                project.tool("poetry").ifPresent(poetry -> poetry(poetry, findings));
                project.project()
                        .flatMap(table -> table.mapping("optional-dependencies"))
                        .ifPresent(extras -> extras(extras, findings));
            }
        });
    }

    private static void poetry(Mapping poetry, Findings findings) {
        List<Finding> pasted = new ArrayList<>();
        poetry.mapping("dependencies")
                .ifPresent(dependencies -> dependencies.forEach(entry -> version(entry.value())
                        .filter(version -> !entry.name().equals("python") && isMisread(entry.name(), version.text()))
                        .ifPresent(version -> pasted.add(pasted(entry.name(), version)))));
        findings.addAsOne(pasted, other -> AGAIN);
    }

    private static Optional<Scalar> version(Node said) {
        return said instanceof Mapping table
                ? table.scalar("version").filter(Scalar::isString)
                : Optional.of(said).filter(Scalar.class::isInstance).map(Scalar.class::cast);
    }

    /** Whether name and version together are no requirement, or one of something else. */
    private static boolean isMisread(String name, String version) {
        String line = name + version;
        return Requirement.parse(line).filter(read -> read.head().equals(name)).isEmpty();
    }

    private static Finding pasted(String name, Scalar version) {
        return Finding.at(
                        FindingCode.CHECKOUT_POETRY,
                        version.origin(),
                        "a serverless build asks for `" + name + version.text() + "`, as it is written here")
                .label("not understood")
                .help("list the dependencies in `[project] dependencies`, or write versions such as `>=2,<3`");
    }

    private static void extras(Mapping extras, Findings findings) {
        findings.addAsOne(
                extras.entries().stream()
                        .flatMap(group -> tools(group.value()))
                        .map(ServerlessBuild::shipped)
                        .toList(),
                other -> AGAIN);
    }

    private static Stream<Scalar> tools(Node group) {
        return group instanceof Sequence list
                ? list.scalars().stream().filter(text -> Requirement.parse(text.text())
                        .filter(read -> TOOLS.contains(read.distribution()))
                        .isPresent())
                : Stream.empty();
    }

    private static Finding shipped(Scalar tool) {
        return Finding.at(
                        FindingCode.CHECKOUT_SHIPPED_TOOLS,
                        tool.origin(),
                        "a serverless build installs every extra, and so `" + tool.text() + "`")
                .label("deployed")
                .help("move what only development needs to `[dependency-groups]`");
    }
}
