package io.github.dagsterfleet.rule.policy;

import io.github.dagsterfleet.finding.Findings;
import java.util.List;

/** Every policy there is. They are on by default; a fleet can let single findings through with a {@link Waiver}. */
public final class Policies {
    private static final List<Policy> ALL = List.of(
            new EverySetting(List.of(new Privileged(), new HostPath(), new HostNamespace())),
            new ForeignNamespace(),
            new BareVariable(),
            new EveryText(List.of(new TemplateExpression(), new Placeholder())));

    private Policies() {}

    /** Tells what the policies refuse, whether or not there is a waiver. */
    public static void check(Deployed location, Findings findings) {
        for (Policy policy : ALL) {
            policy.check(location, findings);
        }
    }
}
