package io.github.dagsterfleet;

import io.github.dagsterfleet.env.EnvApply;
import io.github.dagsterfleet.env.EnvCheck;
import io.github.dagsterfleet.env.EnvPlan;
import io.github.dagsterfleet.env.EnvSet;
import io.github.dagsterfleet.env.GivenValues;
import io.github.dagsterfleet.env.KnownNames;
import io.github.dagsterfleet.env.Promised;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.plus.ConfigurationFiles;
import io.github.dagsterfleet.plus.Connection;
import io.github.dagsterfleet.plus.DagsterPlus;
import io.github.dagsterfleet.plus.StoredVariable;
import io.github.dagsterfleet.plus.Timing;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The variables of one target, beside what Dagster+ and other stores have of them. */
public final class Variables {
    private final EnvSet contract;
    private final Map<String, String> environment;
    private final Timing timing;

    /** @param environment of the process, which says where Dagster+ is and as whom to speak with it */
    public Variables(EnvSet contract, Map<String, String> environment, Timing timing) {
        this.contract = contract;
        this.environment = Map.copyOf(environment);
        this.timing = timing;
    }

    /** Compares names. Dagster+ is asked only when it has to keep something. */
    public Outcome<EnvCheck> check(KnownNames known) {
        if (contract.variables().stream().noneMatch(Promised::isKeptByDagster)) {
            return Outcome.ok(EnvCheck.of(contract, Optional.empty(), known));
        }
        return stored().then(stored -> Outcome.ok(EnvCheck.of(contract, Optional.of(stored), known)));
    }

    /** What would have to be sent; fails, and nothing may be sent, when a value is missing or wrong. */
    public Outcome<EnvPlan> plan(GivenValues values, EnvPlan.Wish wish) {
        return stored().then(stored -> EnvPlan.of(contract, stored, values, wish));
    }

    /** Sends a plan. */
    public EnvApply apply(EnvPlan plan) {
        Outcome<DagsterPlus> plus = plus();
        return plus.value()
                .map(open -> EnvApply.of(plan, open))
                .orElseGet(() -> EnvApply.refused(plan, plus.findings()));
    }

    private Outcome<List<StoredVariable>> stored() {
        return plus().then(DagsterPlus::variables);
    }

    private Outcome<DagsterPlus> plus() {
        Findings findings = new Findings();
        Optional<Connection> connection = Connection.of(
                environment,
                ConfigurationFiles.present(environment, findings),
                contract.organization(),
                contract.deployment(),
                findings);
        return connection.isPresent()
                ? Outcome.of(new DagsterPlus(connection.get(), timing), findings)
                : Outcome.failed(findings);
    }
}
