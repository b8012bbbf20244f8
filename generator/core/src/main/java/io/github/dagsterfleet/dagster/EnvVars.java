package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.fleet.SecretEntry.Store;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code env_vars}, which every hybrid platform has: {@code KEY=VALUE}, or a bare {@code KEY} that the agent provides. */
final class EnvVars {
    private static final String KEY = "env_vars";

    private EnvVars() {}

    static void add(DocumentDraft context, List<Variable> variables) {
        List<Scalar> items = new ArrayList<>();
        for (Variable variable : variables) {
            if (!variable.raw() && variable.route() == Route.ENV_VARS) {
                items.add(item(variable));
            }
        }
        NamedItems.add(context, KEY, items);
    }

    private static Scalar item(Variable variable) {
        String name = variable.name().text();
        String text = variable.supply() instanceof Supply.Plain plain
                ? name + "=" + plain.said().text()
                : name;
        return Derived.text(text, variable.supply().said());
    }

    /** What {@code env_vars} holds already; {@code {env: NAME}} items have no name that code sees. */
    static List<Variable> raw(Mapping context) {
        Optional<Sequence> said = context.sequence(KEY);
        if (said.isEmpty()) {
            return List.of();
        }
        List<Variable> variables = new ArrayList<>();
        for (Node item : said.get().items()) {
            if (item instanceof Scalar scalar) {
                variables.add(raw(scalar));
            }
        }
        return variables;
    }

    private static Variable raw(Scalar item) {
        String text = item.text();
        int equals = text.indexOf('=');
        Scalar name = Derived.text(NamedItems.name(item), item);
        Supply supply = equals < 0
                ? new Supply.Secret(item, text, text, Store.AGENT, Optional.empty(), Optional.empty())
                : new Supply.Plain(Derived.text(text.substring(equals + 1), item));
        return Variable.raw(name, supply, Side.BOTH, Route.ENV_VARS);
    }
}
