package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.dagster.ServerName;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Judge;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A location's name becomes the name of a file, a part of the tag of an image, and of what its agent starts. */
final class LocationNames implements Rule {
    /** What {@code ci init} leaves of the 255 bytes of a file name, which is {@code location-NAME.json}. */
    private static final int LONGEST_FILE = 241;

    private static final int LONGEST_TAG = 128;

    @Override
    public void check(ParsedFile file, Findings findings) {
        Map<String, Scalar> letters = new HashMap<>();
        for (Mapping location : file.locations()) {
            Optional<Scalar> name = location.scalar("location_name").filter(Scalar::isString);
            if (name.isPresent()) {
                asFileAndTag(name.get(), findings);
                Scalar twin = letters.putIfAbsent(ServerName.letters(name.get().text()), name.get());
                if (twin != null && !twin.text().equals(name.get().text())) {
                    findings.add(similar(name.get(), twin));
                }
            }
        }
    }

    private static void asFileAndTag(Scalar name, Findings findings) {
        String text = name.text();
        if (text.indexOf('/') >= 0) {
            findings.add(wrong(name, "`" + text + "` cannot be a location's name: `ci init` writes a file of this name")
                    .label("not a file name")
                    .help("write `" + text.replace('/', '-') + "`, say")
                    .by(Judge.CLI));
        } else if (text.getBytes(StandardCharsets.UTF_8).length > LONGEST_FILE) {
            findings.add(wrong(name, "a location's name is too long: `ci init` writes a file of this name")
                    .label("too long")
                    .help("shorten it to " + LONGEST_FILE + " bytes, better to 63")
                    .by(Judge.CLI));
        } else if (text.isEmpty()
                || text.length() > LONGEST_TAG
                || !text.chars().allMatch(LocationNames::isOfTag)) {
            findings.add(wrong(name, "`" + text + "` cannot stand in the tag of an image, of which it becomes a part")
                    .label("not for a tag")
                    .help("use letters from a to z, digits, `-`, `_` and `.` only, " + LONGEST_TAG + " at most")
                    .asWarning());
        }
    }

    private static boolean isOfTag(int c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '-'
                || c == '_'
                || c == '.';
    }

    private static Finding similar(Scalar name, Scalar first) {
        return Finding.at(
                        FindingCode.FLEET_SIMILAR_LOCATION,
                        name.origin(),
                        "locations `" + first.text() + "` and `" + name.text()
                                + "` differ in case and punctuation alone")
                .label("too similar")
                .note("the other one is here", first.origin())
                .help("give one of them another name")
                .asWarning();
    }

    private static Finding wrong(Scalar name, String message) {
        return Finding.at(FindingCode.RULE_LOCATION_NAME, name.origin(), message);
    }
}
