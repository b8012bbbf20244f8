package io.github.dagsterfleet.rule.checkout;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourcePath;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A working directory counts from what is built; where an image holds the whole repository, from the folder of the file.
 * An absolute one is in the image, where nobody can look yet.
 */
final class WorkingDirectories implements CheckoutRule {
    @Override
    public void check(Checkout checkout, Findings findings) {
        for (CodeLocation location : checkout.locations()) {
            boolean known =
                    location.builtFolder().filter(checkout.files()::isFolder).isPresent();
            location.workingDirectory()
                    .filter(directory -> known && isMissing(checkout, location, directory) && checkout.hasPython())
                    .ifPresent(directory -> findings.add(missing(directory)));
        }
    }

    private static boolean isMissing(Checkout checkout, CodeLocation location, Scalar directory) {
        List<Optional<SourcePath>> places = Stream.of(
                        location.builtFolder().orElse(location.folder()), location.folder())
                .map(base -> CheckoutFiles.resolve(base, directory.text()))
                .toList();
        return places.stream()
                .allMatch(place ->
                        place.filter(path -> !checkout.files().isFolder(path)).isPresent());
    }

    private static Finding missing(Scalar directory) {
        return Finding.at(
                        FindingCode.CHECKOUT_WORKING_DIRECTORY,
                        directory.origin(),
                        "there is no folder `" + directory.text() + "` in what is built")
                .label("no such folder")
                .help("name a folder from the build directory on");
    }
}
