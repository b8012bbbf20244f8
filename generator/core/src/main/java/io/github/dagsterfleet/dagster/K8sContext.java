package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.SecretEntry.Store;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code container_context.k8s}. */
final class K8sContext implements PlatformContext {
    static final String CONTAINER = "container_config";
    private static final String ENV = "env";
    private static final String ENV_SECRETS = "env_secrets";

    @Override
    public List<Variable> rawVariables(Mapping context, SecretCatalogue secrets) {
        List<Variable> variables = new ArrayList<>(EnvVars.raw(context));
        for (Node item : context.sequence(ENV_SECRETS).map(Sequence::items).orElse(List.of())) {
            if (item instanceof Scalar name) {
                secrets.keys(name).forEach(key -> variables.add(rawKey(name, key)));
            }
        }
        List<Variable> server = rawEnv(context, Side.SERVER);
        List<Variable> run = new ArrayList<>(rawEnv(context, Side.RUN));
        for (Variable variable : server) {
            boolean both = run.removeIf(other ->
                    other.name().equals(variable.name()) && other.supply().equals(variable.supply()));
            variables.add(both ? variable.on(Side.BOTH) : variable);
        }
        variables.addAll(run);
        return variables;
    }

    private static Variable rawKey(Scalar secret, Supply.Secret key) {
        return Variable.raw(Derived.text(key.key(), secret), key, Side.BOTH, Route.ENV_SECRETS);
    }

    private static List<Variable> rawEnv(Mapping context, Side side) {
        List<Variable> variables = new ArrayList<>();
        context.mapping(side.k8sConfig())
                .flatMap(config -> config.mapping(CONTAINER))
                .flatMap(container -> container.sequence(ENV))
                .ifPresent(
                        list -> list.items().forEach(item -> rawEnv(item, side).ifPresent(variables::add)));
        return variables;
    }

    /** A value from a field of the pod, say, is nothing that could be said in short. */
    private static Optional<Variable> rawEnv(Node node, Side side) {
        if (!(node instanceof Mapping item)) {
            return Optional.empty();
        }
        Optional<Mapping> key = item.mapping("value_from").flatMap(from -> from.mapping("secret_key_ref"));
        Optional<Supply> supply =
                item.scalar("value").<Supply>map(Supply.Plain::new).or(() -> key.flatMap(K8sContext::rawSecret));
        return item.scalar("name")
                .flatMap(name -> supply.map(from -> Variable.raw(name, from, List.of(side), Route.CONTAINER_ENV)));
    }

    private static Optional<Supply> rawSecret(Mapping reference) {
        return reference.scalar("name").flatMap(name -> reference.scalar("key").map(key -> {
            Scalar said = Derived.text(name.text() + "#" + key.text(), name, key);
            return new Supply.Secret(
                    said, name.text(), key.text(), Store.KUBERNETES, Optional.empty(), Optional.empty());
        }));
    }

    @Override
    public void addVariables(DocumentDraft context, LocationVariables variables) {
        EnvVars.add(context, variables.all());
        addSecrets(context, variables.wholeSecrets());
        for (Side side : Side.BOTH) {
            List<Mapping> items = new ArrayList<>();
            for (Variable variable : variables.all()) {
                if (!variable.raw()
                        && variable.route() == Route.CONTAINER_ENV
                        && variable.sides().contains(side)) {
                    items.add(item(variable));
                }
            }
            if (!items.isEmpty()) {
                DocumentDraft config = context.below(side.k8sConfig());
                DocumentDraft container = config.below(CONTAINER);
                NamedItems.add(container, ENV, items);
                config.put(CONTAINER, container);
                context.put(side.k8sConfig(), config);
            }
        }
    }

    private static Mapping item(Variable variable) {
        Scalar name = variable.name();
        Scalar said = variable.supply().said();
        Mapping.Builder item = Mapping.builder().put("name", Derived.text(name.text(), name));
        if (variable.supply() instanceof Supply.Secret secret) {
            Mapping.Builder reference = Mapping.builder()
                    .put("name", Derived.text(secret.secret(), said))
                    .put("key", Derived.text(secret.key(), said));
            Mapping.Builder from = Mapping.builder().put("secret_key_ref", Derived.mapping(reference, said));
            item.put("value_from", Derived.mapping(from, said));
        } else {
            item.put("value", Derived.asText(said));
        }
        return Derived.mapping(item, said);
    }

    /** Every secret of {@code env_from}, behind those that were said in raw form. */
    private static void addSecrets(DocumentDraft context, List<Scalar> names) {
        Optional<Sequence> said = context.sequence(ENV_SECRETS);
        List<Node> items = new ArrayList<>(said.map(Sequence::items).orElse(List.of()));
        for (Scalar name : names) {
            if (!items.contains(name)) {
                items.add(name);
            }
        }
        if (items.size() > said.map(list -> list.items().size()).orElse(0)) {
            context.put(
                    ENV_SECRETS,
                    said.<Node>map(list -> Derived.extended(list, items)).orElseGet(() -> Derived.list(items)));
        }
    }

    @Override
    public void addResources(DocumentDraft context, Mapping resources, Findings findings) {
        new K8sResources(findings).add(context, resources);
    }
}
