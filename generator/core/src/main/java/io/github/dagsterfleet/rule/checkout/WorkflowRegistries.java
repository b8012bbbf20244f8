package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.List;

/**
 * Dagster's own workflows push images to {@code IMAGE_REGISTRY}, and the deploy step makes the name of the image from
 * {@code build.registry}.
 */
final class WorkflowRegistries implements CheckoutRule {
    private static final String VARIABLE = "IMAGE_REGISTRY";

    @Override
    public void check(Checkout checkout, Findings findings) {
        List<Scalar> registries = checkout.locations().stream()
                .flatMap(location -> location.registry().stream())
                .distinct()
                .toList();
        if (registries.isEmpty()) {
            return;
        }
        for (Workflow workflow : checkout.workflows()) {
            if (!workflow.writesItsOwn()) {
                workflow.variable(VARIABLE).stream()
                        .filter(pushed -> registries.stream()
                                .noneMatch(registry -> registry.text().equals(pushed.text())))
                        .forEach(pushed -> findings.add(another(pushed, registries)));
            }
        }
    }

    private static Finding another(Scalar pushed, List<Scalar> registries) {
        Finding finding = Finding.at(
                        FindingCode.CHECKOUT_WORKFLOW_REGISTRY,
                        pushed.origin(),
                        "images are pushed to `" + pushed.text() + "`, from where no location takes one")
                .label("another registry");
        for (Scalar registry : registries) {
            finding = finding.note("the image is looked for in `" + registry.text() + "`", registry.origin());
        }
        return finding.help("write one registry in both files");
    }
}
