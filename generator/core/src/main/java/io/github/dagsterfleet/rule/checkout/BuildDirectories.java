package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Judge;
import io.github.dagsterfleet.syntax.Scalar;

/**
 * {@code ci check} looks for each build directory from the folder of the file. Of an absolute one only the machine that
 * builds can tell; one behind a link out of the checkout is not ours to look for.
 */
final class BuildDirectories implements CheckoutRule {
    @Override
    public void check(Checkout checkout, Findings findings) {
        for (CodeLocation location : checkout.locations()) {
            location.buildDirectory().ifPresent(directory -> {
                if (directory.text().startsWith("/")) {
                    findings.add(absolute(directory));
                } else if (location.builtFolder()
                        .filter(folder -> !checkout.files().mayBeFolder(folder))
                        .isPresent()) {
                    findings.add(missing(directory));
                }
            });
        }
    }

    private static Finding missing(Scalar directory) {
        return finding(directory, "there is no folder `" + directory.text() + "` to build", "no such folder")
                .by(Judge.CLI);
    }

    private static Finding absolute(Scalar directory) {
        return finding(directory, "`" + directory.text() + "` is no folder of this repository", "absolute")
                .asWarning();
    }

    private static Finding finding(Scalar directory, String message, String label) {
        return Finding.at(FindingCode.CHECKOUT_NO_BUILD_DIRECTORY, directory.origin(), message)
                .label(label)
                .help("name a folder from that of dagster_cloud.yaml, such as `.`");
    }
}
