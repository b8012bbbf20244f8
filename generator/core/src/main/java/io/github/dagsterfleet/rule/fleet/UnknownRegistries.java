package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.finding.Suggestions;
import io.github.dagsterfleet.fleet.RepoOutline;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Images go to a registry of the catalogue, which binds as soon as base.yaml has one. */
final class UnknownRegistries implements FleetRule {
    @Override
    public void check(FleetFacts fleet, Findings findings) {
        Optional<Mapping> catalogue = fleet.fleet().document().mapping("registries");
        if (catalogue.isEmpty()) {
            return;
        }
        List<String> prefixes = prefixes(catalogue.get());
        Map<Span, List<Use>> outside = new LinkedHashMap<>();
        for (RepoOutline repo : fleet.repos()) {
            for (Scalar registry : repo.registries()) {
                if (prefixes.stream().noneMatch(prefix -> covers(prefix, registry.text()))) {
                    outside.computeIfAbsent(registry.span(), line -> new ArrayList<>(1))
                            .add(new Use(repo, registry));
                }
            }
        }
        outside.values().forEach(uses -> findings.add(finding(uses, prefixes, catalogue.get())));
    }

    private record Use(RepoOutline repo, Scalar registry) {}

    private static List<String> prefixes(Mapping catalogue) {
        List<String> prefixes = new ArrayList<>();
        catalogue.forEach(entry -> {
            if (entry.value() instanceof Mapping registry) {
                registry.text("prefix").ifPresent(prefixes::add);
            }
        });
        return prefixes;
    }

    /** Prefixes end where a part of the path does: {@code r.example.com/data} is none of {@code r.example.com/database}. */
    private static boolean covers(String prefix, String registry) {
        return registry.startsWith(prefix)
                && (registry.length() == prefix.length()
                        || prefix.endsWith("/")
                        || registry.charAt(prefix.length()) == '/');
    }

    /** One line may make a registry for every repo of the fleet. */
    private static Finding finding(List<Use> uses, List<String> prefixes, Mapping catalogue) {
        Scalar registry = uses.get(0).registry();
        int others = uses.size() - 1;
        Finding finding = Finding.at(
                        FindingCode.FLEET_UNKNOWN_REGISTRY,
                        registry.origin(),
                        "`" + registry.text() + "` begins with no registry's prefix"
                                + (others == 0 ? "" : ", nor does the registry of " + Repos.others(others)))
                .label("unknown registry")
                .note("the registries are listed here", catalogue.origin());
        if (!registry.span().path().isBelow(Workspace.REPOS)) {
            RepoOutline repo = uses.get(0).repo();
            finding = finding.note(
                    "it is the registry of `" + repo.repo() + "`",
                    repo.locations().keySet().iterator().next().origin());
        }
        List<String> near = nearest(registry.text(), prefixes);
        return near.isEmpty()
                ? finding.help("add its beginning to `registries` in environments/base.yaml as the `prefix` of a"
                        + " registry")
                : finding.help("let it begin with " + Names.choice(near));
    }

    /** As many parts of the path are compared as the prefix has. */
    private static List<String> nearest(String registry, List<String> prefixes) {
        List<String> near = new ArrayList<>();
        for (String prefix : prefixes) {
            near.addAll(Suggestions.nearest(head(registry, prefix), List.of(prefix)));
        }
        return near;
    }

    private static String head(String registry, String prefix) {
        int end = -1;
        for (long parts = prefix.chars().filter(c -> c == '/').count(); parts >= 0; parts--) {
            end = registry.indexOf('/', end + 1);
            if (end < 0) {
                return registry;
            }
        }
        return registry.substring(0, end);
    }
}
