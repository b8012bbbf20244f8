package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.Optional;

/** Between the least and the most that a metric may be there is something, and it is looked at for some time. */
final class AlertThresholds implements FleetRule {
    @Override
    public void check(FleetFacts fleet, Findings findings) {
        AlertFindings told = new AlertFindings();
        for (AlertPolicy policy : AlertPolicy.all(fleet)) {
            for (Mapping.Entry target : policy.targets()) {
                if (target.value() instanceof Mapping facts) {
                    facts.mapping("thresholds")
                            .flatMap(thresholds -> empty(policy, thresholds))
                            .ifPresent(finding -> told.add(finding, policy));
                    facts.scalar("lookback_window")
                            .filter(window -> number(window) == 0)
                            .ifPresent(window -> told.add(noTime(policy, window), policy));
                }
            }
        }
        told.tell(findings);
    }

    private static Optional<Finding> empty(AlertPolicy policy, Mapping thresholds) {
        Optional<Scalar> least = thresholds.scalar("min_allowed_value");
        Optional<Scalar> most = thresholds.scalar("max_allowed_value");
        if (least.isEmpty() || most.isEmpty() || number(most.get()) > number(least.get())) {
            return Optional.empty();
        }
        return Optional.of(Finding.at(
                        FindingCode.FLEET_ALERT_THRESHOLD,
                        most.get().origin(),
                        policy.words() + " allows at most " + most.get().text() + " and at least "
                                + least.get().text())
                .label("not more than the least")
                .note("the least is here", least.get().origin())
                .help("let `max_allowed_value` be more than `min_allowed_value`, or remove one of them"));
    }

    private static Finding noTime(AlertPolicy policy, Scalar window) {
        return Finding.at(FindingCode.FLEET_ALERT_THRESHOLD, window.origin(), policy.words() + " looks back 0 hours")
                .label("no time")
                .help("write how many hours to look back, such as `1`");
    }

    /** As YAML writes numbers, which is how the shape leaves them. */
    private static double number(Scalar scalar) {
        return switch (scalar.text()) {
            case ".inf" -> Double.POSITIVE_INFINITY;
            case "-.inf" -> Double.NEGATIVE_INFINITY;
            case ".nan" -> Double.NaN;
            default -> Double.parseDouble(scalar.text());
        };
    }
}
