package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Location;
import io.github.dagsterfleet.fleet.Project;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares a project's pyproject of two environments and finds the lines that part them. */
final class BuildTimeDifferences {
    private final String project;
    private final Target one;
    private final Target other;
    private final EnvironmentSpecific inOne;
    private final EnvironmentSpecific inOther;
    private final Findings findings;

    BuildTimeDifferences(String project, Target one, Target other, Findings findings) {
        this.project = project;
        this.one = one;
        this.other = other;
        this.inOne = new EnvironmentSpecific(one, other);
        this.inOther = new EnvironmentSpecific(other, one);
        this.findings = findings;
    }

    void compare(Mapping pyproject, Mapping counterpart) {
        compare("", pyproject, counterpart);
    }

    private void compare(String path, Node left, Node right) {
        if (left instanceof Mapping mapping && right instanceof Mapping counterpart) {
            compareKeys(path, mapping, counterpart);
        } else if (!left.sameValue(right)) {
            Causes causes = new Causes();
            if (left instanceof Sequence list && right instanceof Sequence counterpart) {
                causes.addAll(inOne.causes(list, counterpart));
                causes.addAll(inOther.causes(counterpart, list));
            } else {
                causes.addAll(inOne.causes(left));
                causes.addAll(inOther.causes(right));
            }
            report(path, causes);
        }
    }

    private void compareKeys(String path, Mapping left, Mapping right) {
        for (Mapping.Entry entry : left.entries()) {
            String key = path.isEmpty() ? entry.name() : path + "." + entry.name();
            Optional<Node> counterpart = right.get(entry.name());
            if (counterpart.isPresent()) {
                compare(key, entry.value(), counterpart.get());
            } else {
                reportMissing(key, inOne.causes(entry.value()), inOther.removal(right, entry.name()));
            }
        }
        for (Mapping.Entry entry : right.entries()) {
            if (!left.has(entry.name())) {
                String key = path.isEmpty() ? entry.name() : path + "." + entry.name();
                reportMissing(key, inOther.causes(entry.value()), inOne.removal(left, entry.name()));
            }
        }
    }

    private void reportMissing(String path, Causes there, Causes removal) {
        Causes causes = new Causes();
        causes.addAll(there);
        causes.addAll(removal);
        report(path, causes);
    }

    /** Without a cause the two differ in time only. */
    private void report(String path, Causes causes) {
        if (causes.isEmpty()) {
            locationsOfOneOnly().forEach(causes::add);
        }
        causes.forEach((line, chosen) -> {
            Finding finding = Finding.at(
                            FindingCode.DAGSTER_BUILD_TIME_DIFFERENCE,
                            line,
                            "`" + path + "` of pyproject.toml would differ between environments, which share one image")
                    .label("not for all")
                    .help("say it alike for every environment, or set `git.delivery: branches` in repo.yaml");
            for (Span said : chosen) {
                finding = finding.note("this comes and goes with it", said);
            }
            findings.add(finding);
        });
    }

    private List<Span> locationsOfOneOnly() {
        List<Span> spans = new ArrayList<>(missing(locations(one), locations(other)));
        spans.addAll(missing(locations(other), locations(one)));
        return spans;
    }

    private List<Location> locations(Target target) {
        return target.projects().stream()
                .filter(candidate -> candidate.path().equals(project))
                .map(Project::locations)
                .findFirst()
                .orElse(List.of());
    }

    private static List<Span> missing(List<Location> locations, List<Location> among) {
        return locations.stream()
                .map(Location::name)
                .filter(name ->
                        among.stream().noneMatch(candidate -> candidate.name().equals(name)))
                .map(Node::span)
                .toList();
    }
}
