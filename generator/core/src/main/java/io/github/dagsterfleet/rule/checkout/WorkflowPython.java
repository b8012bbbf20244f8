package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.dagster.requirement.VersionRange;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Python that a workflow builds with is one on which the project runs. */
final class WorkflowPython implements CheckoutRule {
    private static final Pattern MINOR = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})");

    @Override
    public void check(Checkout checkout, Findings findings) {
        List<ProjectFile> projects = List.copyOf(checkout.projects().keySet());
        // With several projects nobody can tell which one a workflow speaks of.
        if (projects.size() == 1) {
            projects.get(0)
                    .project()
                    .flatMap(project -> project.scalar("requires-python"))
                    .ifPresent(
                            requires -> checkout.workflows().forEach(workflow -> check(workflow, requires, findings)));
        }
    }

    private static void check(Workflow workflow, Scalar requires, Findings findings) {
        Optional<VersionRange> range = VersionRange.parse(requires.text());
        List<Scalar> told = new ArrayList<>(workflow.variable("PYTHON_VERSION"));
        workflow.calls().forEach(call -> call.python().ifPresent(told::add));
        for (Scalar version : told) {
            Matcher minor = MINOR.matcher(version.text());
            // A number that ends with 0 loses it on the way through YAML.
            boolean known =
                    minor.matches() && (version.isString() || !version.text().endsWith("0"));
            if (known
                    && range.filter(allowed -> allowed.excludes(
                                    Integer.parseInt(minor.group(1)), Integer.parseInt(minor.group(2))))
                            .isPresent()) {
                findings.add(excluded(version, requires));
            }
        }
    }

    private static Finding excluded(Scalar version, Scalar requires) {
        return Finding.at(
                        FindingCode.CHECKOUT_PYTHON_VERSION,
                        version.origin(),
                        "the project does not run on Python " + version.text())
                .label("Python " + version.text())
                .note("it asks for `" + requires.text() + "`", requires.origin())
                .help("build with a version that `requires-python` allows");
    }
}
