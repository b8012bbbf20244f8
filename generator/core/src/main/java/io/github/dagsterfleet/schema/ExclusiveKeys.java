package io.github.dagsterfleet.schema;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.Optional;

/** Finds facts that exclude each other in one mapping. */
public final class ExclusiveKeys {
    private ExclusiveKeys() {}

    /** Reports every member of a group after the first that the mapping says; {@code $remove} says nothing. */
    public static void report(Mapping mapping, MappingShape shape, Findings findings) {
        for (ExclusiveGroup group : shape.groups()) {
            report(mapping, group, findings);
        }
    }

    private static void report(Mapping mapping, ExclusiveGroup group, Findings findings) {
        Optional<Said> first = Optional.empty();
        for (ExclusiveGroup.Member member : group.members()) {
            Optional<Scalar> where = member.saidIn(mapping);
            if (where.isEmpty()) {
                continue;
            }
            Said said = new Said(member, where.get());
            if (first.isPresent()) {
                boolean inOrder = first.get().start() <= said.start();
                Said earlier = inOrder ? first.get() : said;
                Said later = inOrder ? said : first.get();
                findings.add(
                        SchemaFindings.exclusive(later.where, later.member, earlier.where.origin(), earlier.member));
            } else {
                first = Optional.of(said);
            }
        }
    }

    private record Said(ExclusiveGroup.Member member, Scalar where) {
        int start() {
            return where.span().start();
        }
    }
}
