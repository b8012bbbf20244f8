package io.github.dagsterfleet.rule.policy;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Agent;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.Optional;

/**
 * An item {@code KEY} of {@code env_vars}, or {@code {env: KEY}}, takes its value from the process of the agent. Where
 * that has none, the location does not start.
 */
final class BareVariable implements Policy {
    private static final String ITEMS = "env_vars";

    @Override
    public void check(Deployed location, Findings findings) {
        for (Mapping.Entry platform : location.context().entries()) {
            if (platform.value() instanceof Mapping settings
                    && settings.get(ITEMS).orElse(null) instanceof Sequence items) {
                for (Node item : items.items()) {
                    check(item, location, findings);
                }
            }
        }
    }

    private static void check(Node item, Deployed location, Findings findings) {
        if (item instanceof Scalar text && text.isString() && text.text().indexOf('=') < 0) {
            check(text, text.text(), location.target(), findings);
        } else if (item instanceof Mapping source && source.get("env").orElse(null) instanceof Scalar name) {
            check(name, name.text(), location.target(), findings);
        }
    }

    private static void check(Scalar at, String name, Optional<Target> target, Findings findings) {
        if (target.isEmpty()) {
            findings.add(bare(at, "the value of `" + name + "` comes from the process of the agent, if it has one")
                    .help("write `" + name + "=<value>`, or see that the agent has the variable"));
            return;
        }
        Agent agent = target.get().agent();
        if (!agent.provides().contains(name)) {
            String who = agent.name().text();
            findings.add(bare(at, "`" + name + "` has no value here, and the agent `" + who + "` does not provide one")
                    .note("the agent is described here", agent.name().origin())
                    .help("declare it below `env` with a value or a secret, or add `" + name + "` to `agents." + who
                            + ".provides` in environments/base.yaml"));
        }
    }

    private static Finding bare(Scalar at, String message) {
        return Finding.at(FindingCode.POLICY_BARE_VARIABLE, at.origin(), message)
                .label("no value");
    }
}
