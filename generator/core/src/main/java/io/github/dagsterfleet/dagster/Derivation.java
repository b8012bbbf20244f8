package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.fleet.Location;
import io.github.dagsterfleet.fleet.Project;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.syntax.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns facts into the complete Dagster documents. Templates lay out; everything that means something is decided here. */
public final class Derivation {
    private Derivation() {}

    /** Fails with every problem of the target at once. */
    public static Outcome<Documents> derive(Target target) {
        Findings findings = new Findings();
        VariableReader reader = new VariableReader(target, findings);
        List<LocationVariables> variables = new ArrayList<>();
        List<Mapping> locations = new ArrayList<>();
        for (Location location : target.locations()) {
            LocationVariables own = reader.read(location);
            variables.add(own);
            locations.add(LocationDocument.of(own, target.agent(), findings));
        }
        VariableLimits.check(variables, findings);
        Documents documents = new Documents(
                locations,
                pyprojects(target, findings),
                new EnvContract(target).of(variables),
                EnvExample.of(target, variables));
        return Outcome.of(documents, findings);
    }

    private static Map<String, Mapping> pyprojects(Target target, Findings findings) {
        Pins pins = new Pins(target.fleet().dagster(), findings);
        Map<String, Mapping> documents = new LinkedHashMap<>();
        for (Project project : target.projects()) {
            PyprojectDocument.of(project, pins, findings)
                    .ifPresent(document -> documents.put(project.path(), document));
        }
        return documents;
    }
}
