package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.fleet.Agent;
import io.github.dagsterfleet.fleet.Location;
import io.github.dagsterfleet.fleet.Platform;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.List;
import java.util.Optional;

/** One item of {@code locations} in dagster_cloud.yaml, complete. */
final class LocationDocument {
    private static final String NAME = "location_name";
    private static final String CODE_SOURCE = "code_source";
    private static final String BUILD = "build";
    private static final String REGISTRY = "registry";
    private static final String IMAGE = "image";
    private static final String QUEUE = "agent_queue";
    private static final String CONTEXT = "container_context";

    /** Every key of the document that facts have under the same name. */
    private static final List<String> COPIED =
            List.of(CODE_SOURCE, "working_directory", BUILD, IMAGE, "executable_path", "attribute", QUEUE);

    private final Location location;
    private final Agent agent;
    private final Findings findings;

    private LocationDocument(Location location, Agent agent, Findings findings) {
        this.location = location;
        this.agent = agent;
        this.findings = findings;
    }

    static Mapping of(LocationVariables variables, Agent agent, Findings findings) {
        return new LocationDocument(variables.location(), agent, findings).complete(variables);
    }

    private Mapping complete(LocationVariables variables) {
        checkCodeSource();
        checkImage();
        checkQueue();
        Mapping facts = location.facts();
        Mapping.Builder document = Mapping.builder();
        document.put(NAME, Derived.text(location.name().text(), location.name()));
        for (String key : COPIED) {
            facts.get(key).ifPresent(value -> document.put(key, value));
        }
        context(variables).ifPresent(context -> document.put(CONTEXT, context));
        return KeyOrder.ofLocation(Derived.mapping(document, location.name()));
    }

    private Optional<Node> context(LocationVariables variables) {
        DocumentDraft contexts =
                location.facts().mapping(CONTEXT).map(DocumentDraft::over).orElseGet(DocumentDraft::empty);
        checkPlatform();
        String platform = agent.platform().word();
        DocumentDraft context = contexts.below(platform);
        PlatformContext words = PlatformContext.of(agent.platform());
        words.addVariables(context, variables);
        location.facts()
                .mapping("resources")
                .filter(resources -> !resources.isEmpty())
                .ifPresent(resources -> words.addResources(context, resources, findings));
        contexts.put(platform, context);
        if (contexts.isEmpty()) {
            return Optional.empty();
        }
        Mapping complete = contexts.build();
        complete.mapping(Platform.K8S.word()).ifPresent(k8s -> ShallowMerge.check(k8s, findings));
        return Optional.of(complete);
    }

    private void checkPlatform() {
        Platform platform = agent.platform();
        location.facts()
                .mapping(CONTEXT)
                .ifPresent(contexts -> contexts.forEach(entry -> {
                    if (!entry.name().equals(platform.word()) || !platform.isHybrid()) {
                        findings.add(ofAgent(
                                        FindingCode.DAGSTER_PLATFORM_CONTEXT,
                                        entry.value(),
                                        "these are settings for `" + entry.name() + "`, and the agent's platform is `"
                                                + platform.word() + "`")
                                .label("never read")
                                .help("remove `container_context." + entry.name() + "`"));
                    }
                }));
    }

    private void checkCodeSource() {
        if (location.facts().mapping(CODE_SOURCE).map(Mapping::isEmpty).orElse(true)) {
            findings.add(Finding.at(
                            FindingCode.DAGSTER_CODE_SOURCE,
                            location.name().origin(),
                            "`" + location.name().text() + "` does not say where its code is")
                    .label("no code source")
                    .help("add `code_source: {module_name: <package>.definitions}` to it"));
        }
    }

    private void checkImage() {
        Optional<Node> image = location.facts().get(IMAGE);
        Optional<Node> registry = location.facts().mapping(BUILD).flatMap(build -> build.get(REGISTRY));
        if (!agent.platform().isHybrid()) {
            image.ifPresent(node -> findings.add(serverless(IMAGE, node)));
            registry.ifPresent(node -> findings.add(serverless("build." + REGISTRY, node)));
        } else if (image.isEmpty() && registry.isEmpty()) {
            findings.add(ofAgent(
                            FindingCode.DAGSTER_NO_IMAGE,
                            location.name(),
                            "`" + location.name().text() + "` has neither an image nor a registry to push one to")
                    .label("no image")
                    .help("add `build: {registry: <registry>/<repository>}` to it"));
        }
    }

    private Finding serverless(String key, Node node) {
        return ofAgent(
                        FindingCode.DAGSTER_SERVERLESS_REGISTRY,
                        node,
                        "`" + key + "` is set on a serverless location, whose images Dagster+ builds and keeps")
                .label("never read")
                .help("remove `" + key + "`");
    }

    private void checkQueue() {
        Optional<Scalar> queue = location.facts().scalar(QUEUE);
        if (queue.isEmpty()) {
            return;
        }
        Scalar said = queue.get();
        String name = said.text();
        if (!agent.platform().isHybrid()) {
            findings.add(ofAgent(
                            FindingCode.FLEET_UNKNOWN_QUEUE,
                            said,
                            "a serverless agent serves no queue but the default one")
                    .label("never served")
                    .help("remove `agent_queue`"));
        } else if (!agent.queues().isEmpty() && !agent.queues().contains(name)) {
            Finding unknown = ofAgent(
                            FindingCode.FLEET_UNKNOWN_QUEUE,
                            said,
                            "the agent `" + agent.name().text() + "` does not serve the queue `" + name + "`")
                    .label("unknown queue");
            findings.add(Suggestions.help(unknown, name, agent.queues()));
        }
    }

    private Finding ofAgent(FindingCode code, Node at, String message) {
        return Finding.at(code, at.origin(), message)
                .note("the agent is described here", agent.name().origin());
    }
}
