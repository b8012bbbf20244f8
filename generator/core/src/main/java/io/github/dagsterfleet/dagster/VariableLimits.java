package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How many variables Dagster+ keeps, and how large: what is over that it refuses when it is set. */
public final class VariableLimits {
    /** Of one value, in bytes of UTF-8. */
    public static final int LARGEST = 4096;
    /** Of one deployment, whoever set them. */
    public static final int MOST = 1000;

    private final Findings findings;
    private final Set<Kept> kept = new HashSet<>();

    private VariableLimits(Findings findings) {
        this.findings = findings;
    }

    /** One variable of Dagster+, whichever locations it is for. */
    private record Kept(String name, Supply supply) {}

    /** Looks at the values of a target. How many variables a deployment comes to, no target knows alone. */
    static void check(List<LocationVariables> locations, Findings findings) {
        VariableLimits limits = new VariableLimits(findings);
        for (LocationVariables location : locations) {
            for (Variable variable : location.all()) {
                if (variable.route() == Route.DAGSTER_PLUS && variable.supply() instanceof Supply.Plain plain) {
                    limits.check(variable.name().text(), plain);
                }
            }
        }
    }

    private void check(String name, Supply.Plain plain) {
        if (!kept.add(new Kept(name, plain))) {
            return;
        }
        int size = plain.said().text().getBytes(StandardCharsets.UTF_8).length;
        if (size > LARGEST) {
            findings.add(Finding.at(
                            FindingCode.DAGSTER_VARIABLE_LIMIT,
                            plain.said().origin(),
                            "`" + name + "` has " + size + " bytes, and Dagster+ keeps at most " + LARGEST
                                    + " of a variable")
                    .label("too large")
                    .help("put it into a file of the package, or cut it into several variables"));
        }
    }
}
