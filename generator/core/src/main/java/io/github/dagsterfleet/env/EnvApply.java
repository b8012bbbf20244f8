package io.github.dagsterfleet.env;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.plus.DagsterPlus;
import io.github.dagsterfleet.secret.Redaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A plan, carried out as far as Dagster+ let it. What is done stays done; the same command does the rest.
 *
 * @param done in the order in which it was done
 * @param undone what was to be done and was not
 * @param findings why not; empty when all is done
 */
public record EnvApply(EnvPlan plan, List<EnvStep> done, List<EnvStep> undone, List<Finding> findings) {
    public EnvApply {
        done = List.copyOf(done);
        undone = List.copyOf(undone);
        findings = List.copyOf(findings);
    }

    /** One change after the other; the first that is refused ends it. */
    public static EnvApply of(EnvPlan plan, DagsterPlus plus) {
        List<EnvStep> done = new ArrayList<>();
        List<EnvStep> undone = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (EnvStep step : plan.steps()) {
            if (step instanceof EnvStep.Leave) {
                continue;
            }
            if (findings.isEmpty()) {
                findings.addAll(refusal(step, plus));
            }
            (findings.isEmpty() ? done : undone).add(step);
        }
        return new EnvApply(plan, done, undone, findings);
    }

    /** Nothing could be sent. */
    public static EnvApply refused(EnvPlan plan, List<Finding> why) {
        List<EnvStep> undone = plan.steps().stream()
                .filter(step -> !(step instanceof EnvStep.Leave))
                .toList();
        return new EnvApply(plan, List.of(), undone, why);
    }

    private static List<Finding> refusal(EnvStep step, DagsterPlus plus) {
        Outcome<String> outcome = step instanceof EnvStep.Send send
                ? send.doneIn(plus)
                : step instanceof EnvStep.Remove remove ? remove.doneIn(plus) : Outcome.ok("");
        return outcome.value().isPresent() ? List.of() : outcome.findings();
    }

    /** What may be done for all that: Dagster+ was asked for it and gave no answer. It is one of those that are not done. */
    public Optional<EnvStep> unsure() {
        boolean noAnswer = findings.stream().anyMatch(finding -> finding.code() == FindingCode.PLUS_UNREACHABLE);
        return noAnswer ? undone.stream().findFirst() : Optional.empty();
    }

    /** The same without secrets in what is told. */
    public EnvApply redacted(Redaction redaction) {
        return new EnvApply(plan, done, undone, Finding.redacted(findings, redaction));
    }
}
