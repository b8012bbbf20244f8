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

/** {@code container_context.ecs}. */
final class EcsContext implements PlatformContext {
    private static final String SECRETS = "secrets";
    private static final String VALUE_FROM = "valueFrom";

    @Override
    public List<Variable> rawVariables(Mapping context, SecretCatalogue secrets) {
        List<Variable> variables = new ArrayList<>(EnvVars.raw(context));
        for (Node item : context.sequence(SECRETS).map(Sequence::items).orElse(List.of())) {
            if (item instanceof Mapping secret) {
                secret.scalar(VALUE_FROM).ifPresent(secrets::checkArn);
                rawSecret(secret).ifPresent(variables::add);
            }
        }
        return variables;
    }

    private static Optional<Variable> rawSecret(Mapping item) {
        return item.scalar("name").flatMap(name -> item.scalar(VALUE_FROM).map(from -> {
            Supply supply = new Supply.Secret(from, from.text(), "", Store.AWS, Optional.of(from), Optional.empty());
            return Variable.raw(name, supply, Side.BOTH, Route.ECS_SECRETS);
        }));
    }

    @Override
    public void addVariables(DocumentDraft context, LocationVariables variables) {
        EnvVars.add(context, variables.all());
        List<Mapping> secrets = new ArrayList<>();
        for (Variable variable : variables.all()) {
            boolean ours = !variable.raw() && variable.route() == Route.ECS_SECRETS;
            if (ours && variable.supply() instanceof Supply.Secret secret) {
                secrets.add(item(variable.name(), secret, secret.arn().orElseThrow()));
            }
        }
        NamedItems.add(context, SECRETS, secrets);
    }

    /** The two colons stand for the newest version of the secret. */
    private static Mapping item(Scalar name, Supply.Secret secret, Scalar arn) {
        Mapping.Builder item = Mapping.builder();
        item.put("name", Derived.text(name.text(), name));
        item.put(VALUE_FROM, Derived.text(arn.text() + ":" + secret.key() + "::", secret.said(), arn));
        return Derived.mapping(item, name, secret.said(), arn);
    }

    @Override
    public void addResources(DocumentDraft context, Mapping resources, Findings findings) {
        for (Side side : Side.BOTH) {
            resources.mapping(side.word()).ifPresent(size -> {
                DocumentDraft said = context.below(side.ecsResources());
                new EcsResources(findings).add(said, size);
                context.put(side.ecsResources(), said);
            });
        }
    }
}
