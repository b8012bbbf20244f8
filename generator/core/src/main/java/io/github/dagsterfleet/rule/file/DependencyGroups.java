package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Groups of {@code [dependency-groups]} include only groups that exist, never themselves, and have one name each (PEP 735). */
final class DependencyGroups implements Rule {
    /** So many includes of one circle are shown. */
    private static final int MOST_STEPS = 10;

    @Override
    public void check(ParsedFile file, Findings findings) {
        file.mapping("dependency-groups").ifPresent(table -> new Groups(table, findings).check());
    }

    /** The groups of one file, by the name that tools compare. */
    private static final class Groups {
        private final Map<String, Mapping.Entry> byName = new LinkedHashMap<>();
        private final Set<String> followed = new HashSet<>();
        private final Findings findings;

        Groups(Mapping table, Findings findings) {
            this.findings = findings;
            for (Mapping.Entry group : table.entries()) {
                Mapping.Entry known = byName.putIfAbsent(normalised(group.name()), group);
                if (known != null) {
                    findings.add(twice(group.key(), known.key()));
                }
            }
        }

        void check() {
            byName.keySet().forEach(this::follow);
        }

        /** Without recursion: groups may lie in each other as deep as a file is long. */
        private void follow(String first) {
            Map<String, Integer> way = new HashMap<>();
            List<Scalar> steps = new ArrayList<>();
            Deque<Iterator<Scalar>> open = new ArrayDeque<>();
            Deque<String> names = new ArrayDeque<>();
            enter(first, way, names, open);
            while (!open.isEmpty()) {
                if (!open.peek().hasNext()) {
                    open.pop();
                    way.remove(names.pop());
                    if (!steps.isEmpty()) {
                        steps.remove(steps.size() - 1);
                    }
                    continue;
                }
                Scalar include = open.peek().next();
                String next = normalised(include.text());
                if (!byName.containsKey(next)) {
                    findings.add(unknown(include));
                } else if (way.containsKey(next)) {
                    findings.add(cycle(include, steps.subList(way.get(next), steps.size())));
                } else if (enter(next, way, names, open)) {
                    steps.add(include);
                }
            }
        }

        /** Whether the group was not followed before. */
        private boolean enter(
                String name, Map<String, Integer> way, Deque<String> names, Deque<Iterator<Scalar>> open) {
            Mapping.Entry group = byName.get(name);
            if (group == null || !followed.add(name)) {
                return false;
            }
            way.put(name, way.size());
            names.push(name);
            open.push(includes(group).iterator());
            return true;
        }

        private Finding unknown(Scalar include) {
            List<String> nearest = Suggestions.nearest(
                    include.text(),
                    byName.values().stream().map(Mapping.Entry::name).toList());
            Finding finding = Finding.at(
                            FindingCode.RULE_DEPENDENCY_GROUP,
                            include.origin(),
                            "there is no dependency group `" + include.text() + "` to include")
                    .label("no such group");
            return nearest.isEmpty()
                    ? finding.help("add the group, or remove the include")
                    : finding.help("write `" + String.join("` or `", nearest) + "`");
        }
    }

    private static Finding cycle(Scalar include, List<Scalar> path) {
        Finding finding = Finding.at(
                        FindingCode.RULE_DEPENDENCY_GROUP,
                        include.origin(),
                        "dependency groups include each other in a circle")
                .label("closes the circle")
                .help("remove one of the includes");
        for (Scalar step : path.subList(0, Math.min(path.size(), MOST_STEPS))) {
            finding = finding.note("`" + step.text() + "` is included here", step.origin());
        }
        return finding;
    }

    private static Finding twice(Scalar group, Scalar first) {
        return Finding.at(
                        FindingCode.RULE_DEPENDENCY_GROUP,
                        group.origin(),
                        "`" + group.text() + "` and `" + first.text() + "` are one dependency group to every tool")
                .label("second")
                .note("the first is here", first.origin())
                .help("put both into one group");
    }

    private static List<Scalar> includes(Mapping.Entry group) {
        return group.value() instanceof Sequence items
                ? items.mappings().stream()
                        .flatMap(item -> item.scalar("include-group").stream())
                        .filter(Scalar::isString)
                        .toList()
                : List.of();
    }

    private static String normalised(String name) {
        return name.replaceAll("[-_.]+", "-").toLowerCase(Locale.ROOT);
    }
}
