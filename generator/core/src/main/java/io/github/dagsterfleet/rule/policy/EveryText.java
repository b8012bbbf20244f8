package io.github.dagsterfleet.rule.policy;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.List;

/** Shows policies every text of a location, keys included, in one walk. */
final class EveryText implements Policy {
    private final List<TextPolicy> policies;

    EveryText(List<TextPolicy> policies) {
        this.policies = List.copyOf(policies);
    }

    @Override
    public void check(Deployed location, Findings findings) {
        check(location.document(), location, findings);
    }

    private void check(Node node, Deployed location, Findings findings) {
        if (node instanceof Mapping mapping) {
            for (Mapping.Entry entry : mapping.entries()) {
                check(entry.key(), location, findings);
                check(entry.value(), location, findings);
            }
        } else if (node instanceof Sequence list) {
            for (Node item : list.items()) {
                check(item, location, findings);
            }
        } else if (node instanceof Scalar text && text.isString()) {
            for (TextPolicy policy : policies) {
                policy.check(text, location, findings);
            }
        }
    }
}
