package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.fleet.Environment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Each environment is a deployment of its own: two on one would take turns replacing each other's locations. */
final class SharedDeployments implements FleetRule {
    @Override
    public void check(FleetFacts fleet, Findings findings) {
        Map<String, List<Environment>> byDeployment = new LinkedHashMap<>();
        for (Environment environment : fleet.environments()) {
            byDeployment
                    .computeIfAbsent(environment.deployment().text(), name -> new ArrayList<>(1))
                    .add(environment);
        }
        byDeployment.forEach((deployment, environments) -> {
            if (environments.size() > 1) {
                findings.add(finding(deployment, environments));
            }
        });
    }

    /** Of them all one at most is called like the deployment; the others say that they are it, the last one in vain. */
    private static Finding finding(String deployment, List<Environment> environments) {
        List<Environment> others = new ArrayList<>(environments);
        Environment last = environments.get(0);
        for (Environment environment : environments) {
            last = environment.document().has("deployment") ? environment : last;
        }
        others.remove(last);
        List<String> names = environments.stream()
                .map(environment -> environment.name().text())
                .toList();
        Finding finding = Finding.at(
                        FindingCode.FLEET_SHARED_DEPLOYMENT,
                        last.deployment().origin(),
                        "environments " + Names.all(names) + " are one deployment, `" + deployment
                                + "`, so each would replace what the other deploys")
                .label("taken");
        for (Environment other : others) {
            finding = finding.note(
                    "`" + other.name().text() + "` is this deployment too",
                    other.deployment().origin());
        }
        return finding.help("give each environment a `deployment` of its own; pull requests need no environment, but"
                + " `branch_deployments: true`");
    }
}
