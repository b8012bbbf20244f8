package io.github.dagsterfleet.rule.policy;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;

/** {@code privileged} has one name on every platform: in security contexts, container definitions and Docker's arguments. */
final class Privileged implements SettingPolicy {
    @Override
    public void check(Mapping.Entry setting, Findings findings) {
        if (setting.name().equals("privileged") && setting.value() instanceof Scalar said && said.isTrue()) {
            findings.add(Finding.at(
                            FindingCode.POLICY_PRIVILEGED,
                            setting.value().origin(),
                            "a privileged container can do on its host whatever root can")
                    .label("privileged")
                    .help("remove `privileged`, or name the `capabilities` that the code needs"));
        }
    }
}
