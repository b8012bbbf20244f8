package io.github.dagsterfleet.rule.policy;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.List;
import java.util.Set;

/**
 * Shows policies every key below {@code container_context}, in one walk. A container can be described in a dozen places
 * there (both sides, side cars, containers that come first, templates of jobs), and each counts.
 */
final class EverySetting implements Policy {
    /** Whose keys are names that people choose, and no settings. */
    private static final Set<String> NAMES = Set.of(
            "annotations",
            "environment",
            "labels",
            "match_labels",
            "matchLabels",
            "node_selector",
            "nodeSelector",
            "tags");

    private final List<SettingPolicy> policies;

    EverySetting(List<SettingPolicy> policies) {
        this.policies = List.copyOf(policies);
    }

    @Override
    public void check(Deployed location, Findings findings) {
        check(location.context(), findings);
    }

    private void check(Node node, Findings findings) {
        if (node instanceof Mapping mapping) {
            for (Mapping.Entry setting : mapping.entries()) {
                for (SettingPolicy policy : policies) {
                    policy.check(setting, findings);
                }
                if (!NAMES.contains(setting.name())) {
                    check(setting.value(), findings);
                }
            }
        } else if (node instanceof Sequence list) {
            for (Node item : list.items()) {
                check(item, findings);
            }
        }
    }
}
