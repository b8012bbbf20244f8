package io.github.dagsterfleet.dagster.requirement;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.Locale;
import java.util.Optional;

/**
 * A requirement cut into its parts.
 *
 * @param distribution the name as PEP 503 normalises it
 * @param head name and extras, as written
 * @param version the version specifiers without parentheses, such as {@code >=1,<2}; empty when there are none
 * @param hasUrl whether a URL stands where versions may stand
 * @param tail the marker with its semicolon and the blanks before it, or nothing
 */
public record Requirement(String distribution, String head, String version, boolean hasUrl, String tail) {
    /** Empty for a text that is no requirement. */
    public static Optional<Requirement> parse(String text) {
        return new RequirementParser(text).parse();
    }

    /** What to say of a text that is no requirement. */
    public static Finding refused(Scalar text) {
        return Finding.at(FindingCode.DAGSTER_REQUIREMENT, text.origin(), "`" + text.text() + "` is no requirement")
                .label("not a requirement")
                .help("write a name, then extras, versions and a marker as needed:"
                        + " `name[extra]>=1.2,<2; python_version < \"3.13\"`");
    }

    /** Whether it leaves the version open. */
    public boolean isOpen() {
        return version.isEmpty() && !hasUrl;
    }

    /** Whether it asks for exactly this version and no other. */
    public boolean isPinnedTo(String pin) {
        return exactVersion().filter(pin::equals).isPresent();
    }

    /** The one version that it asks for; empty when it takes several. */
    public Optional<String> exactVersion() {
        if (!version.startsWith("==") || version.endsWith(".*") || version.indexOf(',') >= 0) {
            return Optional.empty();
        }
        String exact = version.startsWith("===") ? version.substring(3) : version.substring(2);
        return Optional.of(exact.strip());
    }

    /** The same with exactly this version. */
    public String pinnedTo(String pin) {
        return head + "==" + pin + tail;
    }

    /** Lower case, and one {@code -} for every run of {@code -}, {@code _} and {@code .}. */
    static String normalised(String name) {
        StringBuilder out = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean separator = c == '-' || c == '_' || c == '.';
            if (!separator) {
                out.append(c);
            } else if (out.charAt(out.length() - 1) != '-') {
                out.append('-');
            }
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }
}
