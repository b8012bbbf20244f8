package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.RepoOutline;
import io.github.dagsterfleet.layer.Layer;
import io.github.dagsterfleet.layer.LayerPatch;
import java.util.HashSet;
import java.util.Set;

/** What a shared layer says by name counts for the repos that have the name; some repo must. */
final class SharedNames implements FleetRule {
    @Override
    public void check(FleetFacts fleet, Findings findings) {
        Set<String> locations = fleet.locations().keySet();
        Set<String> projects = new HashSet<>();
        for (RepoOutline repo : fleet.repos()) {
            projects.addAll(repo.projects());
        }
        for (Layer layer : fleet.workspace().layers()) {
            for (LayerPatch.Named location : layer.patch().locations().values()) {
                if (!locations.contains(location.name().text())) {
                    findings.add(UnknownName.finding(
                            FindingCode.FLEET_UNKNOWN_LOCATION,
                            location.name(),
                            "no repo declares a location `" + location.name().text() + "`",
                            locations));
                }
            }
            for (LayerPatch.Named project : layer.patch().projects().values()) {
                if (!projects.contains(project.name().text())) {
                    findings.add(UnknownName.finding(
                            FindingCode.FLEET_UNKNOWN_PROJECT,
                            project.name(),
                            "no location of any repo lives in a project `"
                                    + project.name().text() + "`",
                            projects));
                }
            }
        }
    }
}
