package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Sizes of Kubernetes containers. Memory is request and limit at once, so that no container lives on memory that its
 * node may want back; CPU is a request only, because a limit throttles even on an idle node; a GPU is a limit.
 */
final class K8sResources {
    private static final String RESOURCES = "resources";

    private final Findings findings;

    K8sResources(Findings findings) {
        this.findings = findings;
    }

    /** Writes both sides' sizes into {@code server_k8s_config} and {@code run_k8s_config}. */
    void add(DocumentDraft context, Mapping resources) {
        for (Side side : Side.BOTH) {
            resources.mapping(side.word()).filter(size -> !size.isEmpty()).ifPresent(size -> {
                DocumentDraft config = context.below(side.k8sConfig());
                DocumentDraft container = config.below(K8sContext.CONTAINER);
                Optional<Node> raw = container.get(RESOURCES).or(() -> context.get(RESOURCES));
                if (raw.isPresent()) {
                    Node inShort = size.entries().iterator().next().value();
                    findings.add(ShortAndRaw.of(RESOURCES, inShort, raw.get()));
                    return;
                }
                container.put(RESOURCES, of(size));
                config.put(K8sContext.CONTAINER, container);
                context.put(side.k8sConfig(), config);
            });
        }
    }

    private Mapping of(Mapping size) {
        DocumentDraft requests = DocumentDraft.empty();
        DocumentDraft limits = DocumentDraft.empty();
        checked(size, "cpu", Quantity::isCpu, "500m or 2").ifPresent(cpu -> requests.put("cpu", cpu));
        checked(size, "memory", Quantity::isBytes, "512Mi or 2Gi").ifPresent(memory -> {
            requests.put("memory", memory);
            limits.put("memory", memory);
        });
        checked(size, "ephemeral_storage", Quantity::isBytes, "10Gi").ifPresent(storage -> {
            requests.put("ephemeral-storage", storage);
            limits.put("ephemeral-storage", storage);
        });
        checked(size, "gpu", Quantity::isCount, "1").ifPresent(gpu -> limits.put("nvidia.com/gpu", gpu));
        Mapping.Builder both = Mapping.builder();
        if (!requests.isEmpty()) {
            both.put("requests", requests.build());
        }
        if (!limits.isEmpty()) {
            both.put("limits", limits.build());
        }
        return Derived.mapping(both, size);
    }

    private Optional<Scalar> checked(Mapping size, String key, Predicate<String> wellFormed, String example) {
        Optional<Scalar> said = size.scalar(key);
        if (said.isPresent() && !wellFormed.test(said.get().text())) {
            Scalar wrong = said.get();
            findings.add(Finding.at(
                            FindingCode.DAGSTER_RESOURCE_UNIT,
                            wrong.origin(),
                            "`" + wrong.text() + "` is no `" + key + "` that Kubernetes knows")
                    .label("wrong unit")
                    .help("write an amount such as " + example));
            return Optional.empty();
        }
        return said.map(Derived::asText);
    }
}
