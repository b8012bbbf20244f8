package io.github.dagsterfleet.rule.policy;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.fleet.Fleet;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads the waivers of base.yaml, which its shape has let through, and checks that what they name exists. */
final class WaiverReader {
    /** Policies alone can be waived: what Dagster refuses it refuses with a waiver too. */
    private static final List<String> POLICIES = Arrays.stream(FindingCode.values())
            .map(FindingCode::id)
            .filter(id -> id.startsWith("policy/"))
            .toList();

    private final Findings findings;

    WaiverReader(Findings findings) {
        this.findings = findings;
    }

    /** In the order written, without those that have a mistake. */
    List<Waiver> read(Fleet fleet) {
        List<Waiver> waivers = new ArrayList<>();
        fleet.document().mapping("policies").ifPresent(policies -> {
            for (Mapping said : policies.mappings("waivers")) {
                read(said).ifPresent(waivers::add);
            }
        });
        return waivers;
    }

    private Optional<Waiver> read(Mapping said) {
        Scalar policy = said.scalar("policy").orElseThrow();
        Optional<FindingCode> code = code(policy);
        Optional<LocalDate> until = day(said.scalar("until").orElseThrow());
        code.ifPresent(known -> checkKeys(known, said.scalars("keys")));
        return code.flatMap(known -> until.map(day -> new Waiver(
                policy,
                known,
                Extent.of(said),
                said.text("reason").orElseThrow(),
                said.text("owner").orElseThrow(),
                day)));
    }

    private Optional<FindingCode> code(Scalar policy) {
        String id = policy.text();
        if (POLICIES.contains(id)) {
            return FindingCode.ofId(id);
        }
        findings.add(unknown(
                policy,
                FindingCode.ofId(id).isPresent()
                        ? "`" + id + "` is no policy, and only policies can be waived"
                        : "there is no policy `" + id + "`",
                POLICIES));
        return Optional.empty();
    }

    /** Only a secret is told by its key. */
    private void checkKeys(FindingCode policy, List<Scalar> keys) {
        if (policy != FindingCode.POLICY_SECRET && !keys.isEmpty()) {
            findings.add(Finding.at(
                            FindingCode.FLEET_WAIVER,
                            keys.get(0).origin(),
                            "`keys` narrows a waiver of `policy/secret`, and of no other policy")
                    .label("not for `" + policy.id() + "`")
                    .help("delete `keys`"));
        }
    }

    private Optional<LocalDate> day(Scalar until) {
        try {
            return Optional.of(LocalDate.parse(until.text()));
        } catch (DateTimeException e) {
            findings.add(Finding.at(
                            FindingCode.FLEET_WAIVER,
                            until.origin(),
                            "there is no day `" + until.text() + "` in the calendar")
                    .label("no such day")
                    .help("write the last day of the waiver, such as `2027-02-28`"));
            return Optional.empty();
        }
    }

    /**
     * Tells which names nothing has.
     *
     * @param kind what they would be the names of
     */
    void checkNames(String kind, List<Scalar> names, Collection<String> known) {
        for (Scalar name : names) {
            if (!known.contains(name.text())) {
                findings.add(unknown(name, "there is no " + kind + " `" + name.text() + "`", known));
            }
        }
    }

    private static Finding unknown(Scalar name, String message, Collection<String> known) {
        return Suggestions.help(
                Finding.at(FindingCode.FLEET_WAIVER, name.origin(), message).label("unknown"),
                name.text(),
                known,
                "correct the name, or delete the waiver");
    }
}
