package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Scalar;

/**
 * A location of an agent of one's own runs an image. It is a warning, since whoever deploys can name one then: {@code ci
 * set-build-output} fails without a registry, {@code workspace add-location --image} does not.
 */
final class HybridImages implements CheckoutRule {
    @Override
    public void check(Checkout checkout, Findings findings) {
        for (CodeLocation location : checkout.locations()) {
            if (location.isHybrid() && !location.hasImage()) {
                location.name().ifPresent(name -> findings.add(without(name)));
            }
        }
    }

    private static Finding without(Scalar name) {
        return Finding.at(
                        FindingCode.DAGSTER_NO_IMAGE,
                        name.origin(),
                        "`" + name.text() + "` has neither an image nor a registry to push one to")
                .label("no image")
                .help("add `build: {registry: <registry>/<repository>}` to it, or its `image`")
                .asWarning();
    }
}
