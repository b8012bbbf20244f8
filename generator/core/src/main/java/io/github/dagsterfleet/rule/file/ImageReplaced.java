package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;

/** {@code ci deploy} puts the image that was built in place of the one that the file names. */
final class ImageReplaced implements Rule {
    @Override
    public void check(ParsedFile file, Findings findings) {
        for (Mapping location : file.locations()) {
            location.scalar("image").filter(Scalar::isString).ifPresent(image -> location.mapping("build")
                    .flatMap(build -> build.entry("registry"))
                    .ifPresent(registry -> findings.add(replaced(image, registry))));
        }
    }

    private static Finding replaced(Scalar image, Mapping.Entry registry) {
        return Finding.at(
                        FindingCode.RULE_IMAGE_REPLACED,
                        image.origin(),
                        "the deploy step replaces this image by the one that it builds")
                .label("never used")
                .note("an image is built for this registry", registry.key().origin())
                .help("remove `image`, or remove `build` if nothing is to be built");
    }
}
