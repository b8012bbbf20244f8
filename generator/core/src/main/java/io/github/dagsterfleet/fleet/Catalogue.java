package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the typed facts of base.yaml, which its shape has let through, and checks that its names agree. */
final class Catalogue {
    private final Mapping base;
    private final Findings findings;

    Catalogue(Mapping base, Findings findings) {
        this.base = base;
        this.findings = findings;
    }

    /** @param files the typed {@code <env>.yaml}, by environment */
    Fleet fleet(Map<String, Mapping> files) {
        Map<String, Environment> environments = environments(files);
        Fleet fleet = new Fleet(
                base.scalar("organization").orElseThrow(),
                base.scalar("dagster").orElseThrow(),
                environments,
                texts(base.get("promoted")),
                agents(),
                secrets(),
                base);
        checkEnvironmentNames(base.get("promoted"), fleet);
        checkPromotionOrder(fleet);
        base.mapping("secrets")
                .ifPresent(secrets -> secrets.forEach(entry -> {
                    if (entry.value() instanceof Mapping secret) {
                        checkEnvironmentNames(secret.get("environments"), fleet);
                        secret.mapping("arn")
                                .ifPresent(arns -> arns.forEach(arn -> checkEnvironment(arn.key(), fleet)));
                    }
                }));
        BorrowedSecrets.check(fleet, findings);
        KubernetesSecrets.check(fleet, findings);
        base.mapping("policies")
                .flatMap(policies -> policies.sequence("waivers"))
                .ifPresent(waivers -> waivers.items().forEach(waiver -> {
                    if (waiver instanceof Mapping said) {
                        checkEnvironmentNames(said.get("environments"), fleet);
                    }
                }));
        return fleet;
    }

    private Map<String, Environment> environments(Map<String, Mapping> files) {
        Map<String, Environment> all = new LinkedHashMap<>();
        for (Scalar name : scalars(base.get("environments"))) {
            if (WorkspaceReader.isReserved(name.text())) {
                findings.add(Finding.at(
                                FindingCode.FLEET_RESERVED_NAME,
                                name.origin(),
                                "`" + name.text() + "` cannot be the name of an environment")
                        .label("reserved")
                        .help("choose another name: `all` and `base` name folders and files of dagster-fleet"));
            }
            Mapping file = files.getOrDefault(name.text(), Mapping.empty(name.origin()));
            all.put(
                    name.text(),
                    new Environment(
                            name,
                            file.scalar("deployment").orElse(name),
                            file.scalar("kind").orElse(Scalar.string("full", name.origin())),
                            file.text("branch_deployments").map("true"::equals).orElse(false),
                            file));
        }
        return all;
    }

    /** Without a catalogue of agents the four platforms are agents. */
    private Map<String, Agent> agents() {
        Map<String, Agent> all = new LinkedHashMap<>();
        Optional<Mapping> catalogue = base.mapping("agents");
        if (catalogue.isEmpty()) {
            Arrays.stream(Platform.values())
                    .forEach(platform -> all.put(
                            platform.word(),
                            new Agent(Scalar.string(platform.word(), base.origin()), platform, List.of(), List.of())));
            return all;
        }
        catalogue.get().forEach(entry -> {
            Mapping agent = (Mapping) entry.value();
            all.put(
                    entry.name(),
                    new Agent(
                            entry.key(),
                            Platform.ofWord(agent.text("platform").orElseThrow()),
                            texts(agent.get("queues")),
                            texts(agent.get("provides"))));
        });
        return all;
    }

    private Map<String, SecretEntry> secrets() {
        Map<String, SecretEntry> all = new LinkedHashMap<>();
        base.mapping("secrets")
                .ifPresent(secrets -> secrets.forEach(entry -> {
                    Mapping secret = (Mapping) entry.value();
                    Map<String, Scalar> arns = new LinkedHashMap<>();
                    secret.mapping("arn")
                            .ifPresent(byEnvironment -> byEnvironment.forEach(arn -> {
                                if (arn.value() instanceof Scalar scalar) {
                                    arns.put(arn.name(), scalar);
                                }
                            }));
                    all.put(
                            entry.name(),
                            new SecretEntry(
                                    entry.key(),
                                    store(secret.text("store").orElseThrow()),
                                    scalars(secret.get("keys")),
                                    texts(secret.get("teams")),
                                    texts(secret.get("environments")),
                                    secret.scalar("format"),
                                    arns));
                }));
        return all;
    }

    private static SecretEntry.Store store(String word) {
        return Arrays.stream(SecretEntry.Store.values())
                .filter(store -> store.word().equals(word))
                .findFirst()
                .orElseThrow();
    }

    /** An environment that renders from the tree would get every change before the promoted one that it comes after. */
    private void checkPromotionOrder(Fleet fleet) {
        List<Scalar> order = scalars(base.get("environments"));
        Optional<Scalar> earlier = Optional.empty();
        for (Scalar name : order) {
            if (fleet.isPromoted(name.text())) {
                earlier = Optional.of(name);
            } else if (earlier.isPresent()) {
                findings.add(Finding.at(
                                FindingCode.FLEET_PROMOTED,
                                name.origin(),
                                "`" + name.text() + "` comes after `"
                                        + earlier.get().text()
                                        + "`, which renders from releases, and would get every change before it")
                        .label("renders from the tree")
                        .help("add `" + name.text() + "` to `promoted`, or take `"
                                + earlier.get().text() + "` out"));
            }
        }
    }

    private void checkEnvironmentNames(Optional<Node> names, Fleet fleet) {
        scalars(names).forEach(name -> checkEnvironment(name, fleet));
    }

    private void checkEnvironment(Scalar name, Fleet fleet) {
        if (!fleet.environments().containsKey(name.text())) {
            findings.add(WorkspaceReader.unknownEnvironment(
                    name, fleet.environments().keySet()));
        }
    }

    static Finding unknownAgent(Scalar name, Fleet fleet) {
        Finding finding = Finding.at(
                        FindingCode.FLEET_UNKNOWN_AGENT, name.origin(), "base.yaml has no agent `" + name.text() + "`")
                .label("no such agent");
        return Suggestions.help(finding, name.text(), fleet.agents().keySet());
    }

    static List<Scalar> scalars(Optional<Node> list) {
        return list.orElse(null) instanceof Sequence sequence ? sequence.scalars() : List.of();
    }

    static List<String> texts(Optional<Node> list) {
        return scalars(list).stream().map(Scalar::text).toList();
    }
}
