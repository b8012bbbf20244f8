package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import java.util.List;

/** Nothing: a serverless agent takes no settings, and its variables are kept by Dagster+. */
final class ServerlessContext implements PlatformContext {
    @Override
    public List<Variable> rawVariables(Mapping context, SecretCatalogue secrets) {
        return List.of();
    }

    @Override
    public void addVariables(DocumentDraft context, LocationVariables variables) {}

    @Override
    public void addResources(DocumentDraft context, Mapping resources, Findings findings) {
        findings.add(Finding.at(
                        FindingCode.DAGSTER_NO_RESOURCES,
                        resources.origin(),
                        "the sizes of a serverless location are fixed by Dagster+")
                .label("no effect")
                .help("remove `resources`"));
    }
}
