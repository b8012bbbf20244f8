package io.github.dagsterfleet.change.difference;

import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts together what has one cause and one place, so that a change that 500 repos share is told once. */
final class Grouping {
    private static final Comparator<Group> ORDER = Comparator.comparing(Group::category)
            .thenComparing(group -> -group.repos().size())
            .thenComparing(
                    group -> group.cause().map(cause -> cause.path().value()).orElse(""))
            .thenComparing(group -> group.cause().map(Span::start).orElse(0))
            .thenComparing(group -> group.cause().map(Span::toString).orElse(""))
            .thenComparing(group -> String.join(",", group.environments()))
            .thenComparing(group -> String.join(",", group.repos()))
            .thenComparing(Group::subject)
            .thenComparing(Group::sign);

    private final List<String> environments;

    /** @param environments in promotion order */
    Grouping(List<String> environments) {
        this.environments = environments;
    }

    /** What differences have in common that are told together. */
    private record Key(Category category, Sign sign, String pattern, Optional<Span> cause) {}

    List<Group> of(Collection<Difference> differences) {
        Map<Key, Map<String, List<Difference>>> byKey = new LinkedHashMap<>();
        for (Difference one : differences) {
            Key key = new Key(one.category(), one.sign(), one.subject().pattern(), one.cause());
            byKey.computeIfAbsent(key, unknown -> new TreeMap<>(this::inOrder))
                    .computeIfAbsent(one.environment(), unknown -> new ArrayList<>())
                    .add(one);
        }
        List<Group> groups = new ArrayList<>();
        byKey.values().forEach(byEnvironment -> addGroups(byEnvironment, groups));
        groups.sort(ORDER);
        return groups;
    }

    /** What is the same in every environment comes last. */
    private int inOrder(String one, String other) {
        int left = environments.indexOf(one);
        int right = environments.indexOf(other);
        if (left < 0 && right < 0) {
            return one.compareTo(other);
        }
        return left < 0 || right < 0 ? Integer.compare(right, left) : Integer.compare(left, right);
    }

    /** One group for the environments that concern the same repos. */
    private static void addGroups(Map<String, List<Difference>> byEnvironment, List<Group> groups) {
        Map<Set<String>, List<String>> byRepos = new LinkedHashMap<>();
        byEnvironment.forEach(
                (environment, differences) -> byRepos.computeIfAbsent(repos(differences), unknown -> new ArrayList<>())
                        .add(environment));
        byRepos.forEach((repos, together) -> {
            List<Difference> all = new ArrayList<>();
            together.forEach(environment -> all.addAll(byEnvironment.getOrDefault(environment, List.of())));
            Difference first = all.get(0);
            groups.add(new Group(
                    first.category(),
                    first.sign(),
                    subject(all),
                    first.cause(),
                    together.stream().filter(name -> !name.isEmpty()).toList(),
                    List.copyOf(repos),
                    variants(all)));
        });
    }

    private static Set<String> repos(Collection<Difference> differences) {
        Set<String> repos = new TreeSet<>();
        differences.forEach(one -> one.repo().ifPresent(repos::add));
        return repos;
    }

    private static String subject(List<Difference> all) {
        Set<String> words = new HashSet<>();
        all.forEach(one -> words.add(one.subject().words()));
        Subject first = all.get(0).subject();
        return words.size() == 1 ? first.words() : first.pattern();
    }

    private static List<Variant> variants(List<Difference> all) {
        Map<Detail, Set<String>> byDetail = new LinkedHashMap<>();
        for (Difference one : all) {
            Set<String> repos = byDetail.computeIfAbsent(one.detail(), unknown -> new TreeSet<>());
            one.repo().ifPresent(repos::add);
        }
        List<Variant> variants = new ArrayList<>();
        byDetail.forEach((detail, repos) -> variants.add(new Variant(detail, List.copyOf(repos))));
        variants.sort(Comparator.comparing((Variant variant) -> -variant.repos().size())
                .thenComparing(variant -> variant.detail().toString()));
        return variants;
    }
}
