package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All packages of Dagster come out together and ask for each other's exact version, so two that take different releases
 * cannot be installed together. Says nothing of what leaves its version open.
 */
final class LockStep implements Rule {
    @Override
    public void check(ParsedFile file, Findings findings) {
        Optional<Mapping> project = file.mapping("project");
        List<DagsterPin> always = pins(project.flatMap(table -> table.get("dependencies")), findings);
        List<DagsterPin> apart = new ArrayList<>(apart(always, always));
        Optional<DagsterPin> first = always.stream().findFirst();
        // An extra is installed with the dependencies, and not always with other extras.
        for (Mapping.Entry extra : project.flatMap(table -> table.mapping("optional-dependencies"))
                .map(Mapping::entries)
                .orElse(List.of())) {
            List<DagsterPin> pins = pins(Optional.of(extra.value()), findings);
            if (first.isPresent()) {
                apart.addAll(apart(always, pins));
            } else {
                report(pins, apart(pins, pins), findings);
            }
        }
        report(always, apart, findings);
    }

    private static List<DagsterPin> pins(Optional<Node> requirements, Findings findings) {
        List<DagsterPin> pins = new ArrayList<>();
        if (requirements.isPresent() && requirements.get() instanceof Sequence list) {
            for (Scalar text : list.scalars()) {
                DagsterPin.of(text).ifPresent(pin -> {
                    if (pin.exists()) {
                        pins.add(pin);
                    } else {
                        findings.add(noSuch(pin));
                    }
                });
            }
        }
        return pins;
    }

    private static List<DagsterPin> apart(List<DagsterPin> ofFirst, List<DagsterPin> pins) {
        return pins.stream().filter(pin -> !pin.agreesWith(ofFirst.get(0))).toList();
    }

    private static void report(List<DagsterPin> ofFirst, List<DagsterPin> apart, Findings findings) {
        findings.addAsOne(apart.stream().map(pin -> apart(pin, ofFirst.get(0))).toList(), other -> "so is this");
    }

    private static Finding apart(DagsterPin pin, DagsterPin first) {
        return Finding.at(
                        FindingCode.DAGSTER_PIN,
                        pin.text().origin(),
                        "`" + pin.requirement().distribution() + "` is pinned to another release of Dagster than `"
                                + first.requirement().distribution() + "`")
                .label("of Dagster " + pin.release())
                .note("this is of Dagster " + first.release(), first.text().origin())
                .help("write `" + pin.following(first) + "`");
    }

    private static Finding noSuch(DagsterPin pin) {
        return Finding.at(
                        FindingCode.DAGSTER_PIN,
                        pin.text().origin(),
                        "`" + pin.requirement().distribution() + "` does not go by the number of Dagster's release")
                .label("no such version")
                .help("write `" + pin.following(pin) + "`, which comes out with Dagster " + pin.release());
    }
}
