package io.github.dagsterfleet;

import io.github.dagsterfleet.env.DgCommands;
import io.github.dagsterfleet.env.EnvApply;
import io.github.dagsterfleet.env.EnvCheck;
import io.github.dagsterfleet.env.EnvPlan;
import io.github.dagsterfleet.env.EnvSet;
import io.github.dagsterfleet.env.GivenValues;
import io.github.dagsterfleet.env.KnownNames;
import io.github.dagsterfleet.env.LocalFile;
import io.github.dagsterfleet.env.Promised;
import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.plus.ConfigurationFiles;
import io.github.dagsterfleet.plus.Connection;
import io.github.dagsterfleet.plus.DagsterPlus;
import io.github.dagsterfleet.plus.StoredVariable;
import io.github.dagsterfleet.plus.Timing;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The variables of one target: for a laptop, and beside what Dagster+ and other stores have of them. */
public final class Variables {
    private final EnvSet contract;
    private final Discreetly door;

    Variables(EnvSet contract, Discreetly door) {
        this.contract = contract;
        this.door = door;
    }

    /** Those of one location; fails for a location that is not there. */
    public Outcome<Variables> of(String location) {
        return door.outcome(() -> contract.locations().contains(location)
                ? Outcome.ok(new Variables(contract.of(location), door))
                : Outcome.failed(unknown(location)));
    }

    private Finding unknown(String location) {
        return Suggestions.help(
                Finding.of(
                        FindingCode.USAGE_UNKNOWN_LOCATION,
                        "`" + contract.repo() + "` has no location `" + location + "` in `" + contract.environment()
                                + "`"),
                location,
                contract.locations());
    }

    /** A {@code .env} without secrets. */
    public Outcome<String> local() {
        return door.outcome(() -> LocalFile.of(contract));
    }

    /** The lines of {@code dg} that come near to setting them. */
    public String commands() {
        return door.answer(() -> DgCommands.of(contract), (lines, redaction) -> redaction.of(lines));
    }

    /**
     * Compares names. Dagster+ is asked only when it has to keep something.
     *
     * @param environment of the process, which says where Dagster+ is and as whom to speak with it
     */
    public Outcome<EnvCheck> check(KnownNames known, Map<String, String> environment, Timing timing) {
        boolean kept = contract.variables().stream().anyMatch(Promised::isKeptByDagster);
        return door.answer(
                () -> kept
                        ? stored(environment, timing)
                                .then(stored -> Outcome.ok(EnvCheck.of(contract, Optional.of(stored), known)))
                        : Outcome.ok(EnvCheck.of(contract, Optional.empty(), known)),
                (answer, redaction) -> answer.redacted(redaction, EnvCheck::redacted));
    }

    /** What would have to be sent; fails, and nothing may be sent, when a value is missing or wrong. */
    public Outcome<EnvPlan> plan(
            GivenValues values, EnvPlan.Wish wish, Map<String, String> environment, Timing timing) {
        return door.outcome(
                () -> stored(environment, timing).then(stored -> EnvPlan.of(contract, stored, values, wish)));
    }

    /** Sends a plan. */
    public EnvApply apply(EnvPlan plan, Map<String, String> environment, Timing timing) {
        return door.answer(
                () -> {
                    Outcome<DagsterPlus> plus = plus(environment, timing);
                    return plus.value()
                            .map(open -> EnvApply.of(plan, open))
                            .orElseGet(() -> EnvApply.refused(plan, plus.findings()));
                },
                EnvApply::redacted);
    }

    private Outcome<List<StoredVariable>> stored(Map<String, String> environment, Timing timing) {
        return plus(environment, timing).then(DagsterPlus::variables);
    }

    private Outcome<DagsterPlus> plus(Map<String, String> environment, Timing timing) {
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
