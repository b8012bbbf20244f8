package io.github.dagsterfleet.change.difference;

import io.github.dagsterfleet.secret.Redaction;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Everything that two sides have differently.
 *
 * @param sides what is compared with what, in words; empty for what is checked in and what would be generated
 * @param groups in the order in which they are told
 * @param repos how many repos differ
 * @param untold how many repos could not be compared
 * @param byEnvironment how many of them in each environment, in promotion order; none where environments are compared
 */
public record Differences(String sides, List<Group> groups, int repos, int untold, Map<String, Integer> byEnvironment) {
    public Differences {
        groups = List.copyOf(groups);
        byEnvironment = Collections.unmodifiableMap(new LinkedHashMap<>(byEnvironment));
    }

    /** Of no difference at all. */
    public static Differences none(String sides) {
        return new Differences(sides, List.of(), 0, 0, Map.of());
    }

    /**
     * @param environments that were looked at, in promotion order; none where two of them are compared
     * @param all in any order
     */
    public static Differences of(String sides, List<String> environments, Collection<Difference> all) {
        Map<String, Set<String>> repos = new TreeMap<>();
        Set<String> each = new TreeSet<>();
        for (Difference one : all) {
            one.repo().ifPresent(repo -> {
                each.add(repo);
                repos.computeIfAbsent(one.environment(), unknown -> new TreeSet<>())
                        .add(repo);
            });
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        environments.forEach(
                name -> counts.put(name, repos.getOrDefault(name, Set.of()).size()));
        repos.forEach((name, some) -> {
            if (!name.isEmpty()) {
                counts.put(name, some.size());
            }
        });
        return new Differences(sides, new Grouping(environments).of(all), each.size(), 0, counts);
    }

    /** The same where some repos could not be compared. */
    public Differences without(int broken) {
        return new Differences(sides, groups, repos, broken, byEnvironment);
    }

    /** The same without any secret, for whoever prints it. */
    public Differences redacted(Redaction redaction) {
        return new Differences(
                sides, groups.stream().map(group -> group.redacted(redaction)).toList(), repos, untold, byEnvironment);
    }

    /** The last line: {@code 500 repos differ: 500 in dev, 0 in prod}. */
    public String summary() {
        return (groups.isEmpty() ? "nothing differs" + (sides.isEmpty() ? " from what is checked in" : "") : counted())
                + (untold == 0 ? "" : "; " + untold + (untold == 1 ? " repo" : " repos") + " with errors not compared");
    }

    private String counted() {
        if (repos == 0) {
            return "no repo differs, files of environments do";
        }
        StringBuilder line = new StringBuilder(repos + (repos == 1 ? " repo differs" : " repos differ"));
        String before = ": ";
        for (Map.Entry<String, Integer> count : byEnvironment.entrySet()) {
            line.append(before).append(count.getValue()).append(" in ").append(Places.of(count.getKey()));
            before = ", ";
        }
        return line.toString();
    }
}
