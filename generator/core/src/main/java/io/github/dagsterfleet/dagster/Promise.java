package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Location;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One environment variable as code in a target is promised it.
 *
 * @param source the value as it stands in the sources, or {@code name#key} of a secret; never what the secret holds
 * @param place what decides it
 */
public record Promise(String variable, String source, boolean isSecret, Span place) {
    /** What the locations of a target are promised under these names, by whatever channel. Problems are not told again. */
    public static List<Promise> of(Target target, Set<String> names) {
        List<Promise> promises = new ArrayList<>();
        VariableReader reader = new VariableReader(target, new Findings());
        for (Location location : target.locations()) {
            for (Variable variable : reader.read(location).all()) {
                if (names.contains(variable.name().text())) {
                    promises.add(of(variable));
                }
            }
        }
        return List.copyOf(promises);
    }

    private static Promise of(Variable variable) {
        boolean isSecret = variable.supply() instanceof Supply.Secret;
        Span place =
                isSecret ? variable.name().span() : variable.supply().said().span();
        return new Promise(variable.name().text(), variable.supply().said().text(), isSecret, place);
    }

    /** What a person is told of it; two promises with the same words give code the same. */
    public String words() {
        if (isSecret) {
            return "the secret `" + source + "`";
        }
        return source.isEmpty() ? "empty" : "`" + source + "`";
    }
}
