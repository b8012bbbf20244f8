package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Platform;
import io.github.dagsterfleet.syntax.Mapping;
import java.util.List;

/** What a platform's agent is told below {@code container_context.<platform>}. Implementations hold no state. */
interface PlatformContext {
    /** The variables that the platform's own words bring in, so that no other of the same name joins them unseen. */
    List<Variable> rawVariables(Mapping context, SecretCatalogue secrets);

    /** Writes variables that are not raw into the context. */
    void addVariables(DocumentDraft context, LocationVariables variables);

    /** Writes {@code resources}, by side, into the context. */
    void addResources(DocumentDraft context, Mapping resources, Findings findings);

    /** The one for an agent's platform. */
    static PlatformContext of(Platform platform) {
        return switch (platform) {
            case K8S -> new K8sContext();
            case ECS -> new EcsContext();
            case DOCKER -> new DockerContext();
            case SERVERLESS -> new ServerlessContext();
        };
    }
}
