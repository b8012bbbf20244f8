package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.List;

/** What an alert policy watches goes with the events that it reports. */
final class AlertTargets implements FleetRule {
    private static final String LONG_RUNNING = "JOB_LONG_RUNNING";
    private static final String THRESHOLD = "long_running_job_threshold_target";

    @Override
    public void check(FleetFacts fleet, Findings findings) {
        AlertFindings told = new AlertFindings();
        for (AlertPolicy policy : AlertPolicy.all(fleet)) {
            policy.kind().ifPresent(kind -> check(policy, kind, told));
        }
        told.tell(findings);
    }

    private static void check(AlertPolicy policy, AlertKind kind, AlertFindings told) {
        List<Mapping.Entry> targets = policy.targets();
        Scalar event = policy.events().get(0);
        for (Mapping.Entry target : targets) {
            if (!kind.targets().contains(target.name())
                    || (target.name().equals(THRESHOLD) && !policy.reports(LONG_RUNNING))) {
                told.add(wrong(policy, kind, target.key(), event), policy);
            }
        }
        boolean fit = targets.stream().allMatch(target -> kind.targets().contains(target.name()));
        if (kind.hasOneTarget() && fit && targets.size() != 1) {
            told.add(notOne(policy, kind, event, targets.size()), policy);
        }
        if (fit
                && policy.reports(LONG_RUNNING)
                && targets.stream().noneMatch(target -> target.name().equals(THRESHOLD))) {
            told.add(withoutThreshold(policy), policy);
        }
    }

    private static Finding wrong(AlertPolicy policy, AlertKind kind, Scalar target, Scalar event) {
        Finding finding = at(
                        policy,
                        target,
                        "watches `" + target.text() + "`, which does not go with `" + event.text() + "`")
                .label("wrong target")
                .note("the events are these", event.origin());
        List<String> right = kind.targets().stream()
                .filter(name -> policy.reports(LONG_RUNNING) || !name.equals(THRESHOLD))
                .toList();
        return right.isEmpty()
                ? finding.help("write `alert_targets: []`")
                : finding.help("write " + Names.choice(right)
                        + (kind.hasOneTarget() ? "" : ", or `alert_targets: []` for everything"));
    }

    private static Finding notOne(AlertPolicy policy, AlertKind kind, Scalar event, int number) {
        return at(policy, event, "must watch exactly one target, and has " + (number == 0 ? "none" : number))
                .label("needs one target")
                .help("give it one of " + Names.all(kind.targets()));
    }

    private static Finding withoutThreshold(AlertPolicy policy) {
        Scalar event = policy.events().stream()
                .filter(reported -> reported.text().equals(LONG_RUNNING))
                .findFirst()
                .orElseThrow();
        return at(policy, event, "reports long runs and does not say how long is too long")
                .label("no threshold")
                .help("add `alert_targets: [{" + THRESHOLD + ": {threshold_seconds: 3600}}]`");
    }

    private static Finding at(AlertPolicy policy, Scalar place, String words) {
        return Finding.at(FindingCode.FLEET_ALERT_TARGET, place.origin(), policy.words() + " " + words);
    }
}
