package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Environment;
import io.github.dagsterfleet.fleet.RepoOutline;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A location has one name in every environment, so a name that ends with one environment's is wrong in all others. */
final class EnvironmentInName implements FleetRule {
    @Override
    public void check(FleetFacts fleet, Findings findings) {
        Map<String, Environment> endings = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Environment environment : fleet.environments()) {
            endings.putIfAbsent(environment.name().text(), environment);
            endings.putIfAbsent(environment.deployment().text(), environment);
        }
        for (RepoOutline repo : fleet.repos()) {
            finding(repo, endings).ifPresent(findings::add);
        }
    }

    private static Optional<Finding> finding(RepoOutline repo, Map<String, Environment> endings) {
        Finding finding = null;
        for (Scalar name : repo.locations().keySet()) {
            int end = stem(name.text());
            Environment environment = end > 0 ? endings.get(name.text().substring(end + 1)) : null;
            if (environment == null) {
                continue;
            }
            finding = finding == null
                    ? first(name, name.text().substring(0, end), environment)
                    : finding.note("this one carries such a name too", name.origin());
        }
        return Optional.ofNullable(finding);
    }

    private static Finding first(Scalar name, String stem, Environment environment) {
        return Finding.at(
                        FindingCode.FLEET_ENVIRONMENT_IN_NAME,
                        name.origin(),
                        "location `" + name.text() + "` carries the name of the environment `"
                                + environment.name().text() + "`")
                .label("one environment's")
                .help("call it `" + stem + "`: every environment has a deployment of its own, and `environments` says"
                        + " in which of them it exists");
    }

    /** Where the last hyphen, dot or underscore of a name is; 0 when there is none that something precedes. */
    private static int stem(String name) {
        for (int i = name.length() - 1; i > 0; i--) {
            char c = name.charAt(i);
            if (c == '-' || c == '_' || c == '.') {
                return i;
            }
        }
        return 0;
    }
}
