package io.github.dagsterfleet.rule.file;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.text.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Rules in an order: of what several of them refuse at one place, the first is told. */
record Rules(List<Rule> inOrder) implements Rule {
    Rules {
        inOrder = List.copyOf(inOrder);
    }

    static Rules of(Rule... rules) {
        return new Rules(List.of(rules));
    }

    @Override
    public void check(ParsedFile file, Findings findings) {
        Set<Place> told = new HashSet<>();
        for (Rule rule : inOrder) {
            Findings found = new Findings();
            rule.check(file, found);
            if (!found.isEmpty()) {
                List<Finding> news = found.list().stream()
                        .filter(finding -> !isTold(finding, told))
                        .toList();
                news.forEach(finding -> place(finding).ifPresent(told::add));
                findings.addAll(news);
            }
        }
    }

    /** @param missing the key that is missing at this place, as the message says it; else nothing */
    private record Place(Span span, String missing) {}

    private static boolean isTold(Finding finding, Set<Place> told) {
        return place(finding)
                .filter(place -> told.contains(place) || told.contains(new Place(place.span, "")))
                .isPresent();
    }

    private static Optional<Place> place(Finding finding) {
        return finding.site() instanceof Site.InSpan in
                ? Optional.of(
                        new Place(in.span(), finding.code() == FindingCode.SCHEMA_MISSING_KEY ? finding.message() : ""))
                : Optional.empty();
    }
}
