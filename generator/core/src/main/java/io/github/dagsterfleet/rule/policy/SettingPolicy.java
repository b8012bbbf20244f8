package io.github.dagsterfleet.rule.policy;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;

/** A policy on one key of {@code container_context}, which counts at whatever depth it stands. */
interface SettingPolicy {
    void check(Mapping.Entry setting, Findings findings);
}
