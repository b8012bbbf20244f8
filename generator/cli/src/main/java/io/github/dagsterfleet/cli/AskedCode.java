package io.github.dagsterfleet.cli;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.FindingCode;
import io.github.dagsterfleet.finding.Names;
import io.github.dagsterfleet.finding.Suggestions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Which finding code somebody means who may have left its stage out, or misspelt it. */
final class AskedCode {
    private final String asked;

    AskedCode(String asked) {
        this.asked = asked;
    }

    /** The code of this id, or the only one that ends so. */
    Optional<FindingCode> code() {
        List<FindingCode> ending = ending(asked);
        return FindingCode.ofId(asked).or(() -> ending.size() == 1 ? Optional.of(ending.get(0)) : Optional.empty());
    }

    /** What to say when there is none, or more than one. */
    Finding unknown() {
        List<String> nearest = nearest();
        String message = ending(asked).size() > 1
                ? "several finding codes end with `" + asked + "`"
                : "there is no finding code `" + asked + "`";
        return Finding.of(FindingCode.USAGE_UNKNOWN_CODE, message)
                .help(
                        nearest.isEmpty()
                                ? "write a code as a finding shows it, such as `schema/unknown-key`"
                                : "write " + Names.choice(nearest));
    }

    /** Those of the same last part, since a stage is easily mistaken; else those that are spelt nearly alike. */
    private List<String> nearest() {
        String last = last(asked);
        List<String> nearest = ids(ending(last));
        if (nearest.isEmpty()) {
            nearest = Suggestions.nearest(asked, ids(List.of(FindingCode.values())));
        }
        if (nearest.isEmpty()) {
            nearest = Suggestions.nearest(last, lasts()).stream()
                    .limit(1)
                    .flatMap(near -> ids(ending(near)).stream())
                    .toList();
        }
        return nearest;
    }

    private static List<FindingCode> ending(String last) {
        return Arrays.stream(FindingCode.values())
                .filter(code -> last(code.id()).equals(last))
                .toList();
    }

    private static List<String> lasts() {
        return Arrays.stream(FindingCode.values())
                .map(code -> last(code.id()))
                .distinct()
                .toList();
    }

    private static List<String> ids(List<FindingCode> codes) {
        return codes.stream().map(FindingCode::id).toList();
    }

    private static String last(String id) {
        return id.substring(id.indexOf('/') + 1);
    }
}
