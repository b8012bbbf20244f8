package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import java.util.List;

/** {@code container_context.docker}. Containers take what their host has: there are no sizes. */
final class DockerContext implements PlatformContext {
    @Override
    public List<Variable> rawVariables(Mapping context, SecretCatalogue secrets) {
        return EnvVars.raw(context);
    }

    @Override
    public void addVariables(DocumentDraft context, LocationVariables variables) {
        EnvVars.add(context, variables.all());
    }

    @Override
    public void addResources(DocumentDraft context, Mapping resources, Findings findings) {
        findings.add(Finding.at(
                        FindingCode.DAGSTER_NO_RESOURCES, resources.origin(), "agents on `docker` have no sizes to set")
                .label("no effect")
                .help("remove `resources`"));
    }
}
