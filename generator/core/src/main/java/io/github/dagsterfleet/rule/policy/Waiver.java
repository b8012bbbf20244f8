package io.github.dagsterfleet.rule.policy;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.secret.Redaction;
import io.github.dagsterfleet.syntax.Scalar;
import java.time.LocalDate;

/**
 * An exception from one policy, for a while: an entry of {@code policies.waivers} in base.yaml.
 *
 * @param policy where it says what it lets through
 * @param owner who answers for it
 * @param until its last day
 */
public record Waiver(Scalar policy, FindingCode code, Extent extent, String reason, String owner, LocalDate until) {
    boolean hasEnded(LocalDate today) {
        return today.isAfter(until);
    }

    Waiver redacted(Redaction redaction) {
        return new Waiver(policy, code, extent, redaction.of(reason), redaction.of(owner), until);
    }

    /** The finding that it let through once, and does no more. */
    Finding noLonger(Finding finding) {
        return finding.saying(finding.message() + ", and the waiver that let it through ended on " + until)
                .note("the waiver is here", policy.origin())
                .help("or ask " + owner + ", who answers for the waiver, to give it another `until`");
    }

    /** It has ended, and nothing needs it any more. */
    Finding ended() {
        return Finding.at(
                        FindingCode.FLEET_WAIVER,
                        policy.origin(),
                        "the waiver of `" + policy.text() + "` ended on " + until + ", and " + owner
                                + " answers for it")
                .label("ended")
                .help("delete it: it lets nothing through");
    }

    /** It lets nothing through, and still could. */
    Finding unneeded() {
        return Finding.at(
                        FindingCode.FLEET_UNUSED,
                        policy.origin(),
                        "this waiver of `" + policy.text() + "` lets nothing through")
                .label("unused")
                .help("delete it");
    }
}
