package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.layer.Trace;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.text.Span;
import java.util.List;
import java.util.Optional;

/** Where the values come from that references were given: a mistake in one shows where it is referred to. */
final class ReferredValues {
    private final Node facts;
    private final Scalar repo;

    /** @param facts with their references put in */
    ReferredValues(Mapping facts, RepoSource repo) {
        this.facts = facts;
        this.repo = repo.nameScalar();
    }

    /** The finding with a note for each value that was put in where it stands. */
    Finding traced(Finding finding) {
        Finding traced = finding;
        if (finding.site() instanceof Site.InSpan in) {
            for (Node input : inputs(facts, in.span())) {
                traced = note(traced, input);
            }
        }
        return traced;
    }

    private Finding note(Finding finding, Node input) {
        return input.equals(repo)
                ? finding.note("`" + repo.text() + "` is the name of this folder", folder())
                : finding.note("a value in it comes from here", input.origin());
    }

    private Site folder() {
        return new Site.InFile(RepoSource.folder(repo.text()));
    }

    private static List<Node> inputs(Node node, Span place) {
        if (node instanceof Mapping mapping) {
            return mapping.entries().stream()
                    .flatMap(entry -> inputs(entry.value(), place).stream())
                    .toList();
        }
        if (node instanceof Sequence list) {
            return list.items().stream()
                    .flatMap(item -> inputs(item, place).stream())
                    .toList();
        }
        return Optional.of(node)
                .filter(scalar -> scalar.span().equals(place))
                .filter(scalar -> scalar.origin() instanceof Trace)
                .map(scalar -> Trace.of(scalar).inputs())
                .orElse(List.of());
    }
}
