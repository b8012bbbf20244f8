package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Judge;
import io.github.dagsterfleet.syntax.Scalar;

/**
 * {@code ci check} looks for each build directory from the folder of the file. An absolute one, or one behind a link out
 * of the checkout, is not ours to look for.
 */
final class BuildDirectories implements CheckoutRule {
    @Override
    public void check(Checkout checkout, Findings findings) {
        for (CodeLocation location : checkout.locations()) {
            location.buildDirectory()
                    .filter(directory -> location.builtFolder()
                            .filter(folder -> !checkout.files().mayBeFolder(folder))
                            .isPresent())
                    .ifPresent(directory -> findings.add(missing(directory)));
        }
    }

    private static Finding missing(Scalar directory) {
        return Finding.at(
                        FindingCode.CHECKOUT_NO_BUILD_DIRECTORY,
                        directory.origin(),
                        "there is no folder `" + directory.text() + "` to build")
                .label("no such folder")
                .help("name a folder from that of dagster_cloud.yaml, such as `.`")
                .by(Judge.CLI);
    }
}
