package io.github.dagsterfleet.env;

import io.github.dagsterfleet.fleet.SecretEntry.Store;
import io.github.dagsterfleet.plus.Scope;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A variable that code is promised, with one value or secret for all of its locations; another location may have another
 * promise of the same name.
 *
 * @param name where it was said
 * @param value empty for a secret
 * @param place empty for a value
 * @param scopes in the order of {@link Scope}; for Dagster+ alone
 * @param description what it is for
 */
public record Promised(
        Scalar name,
        List<String> locations,
        Set<Scope> scopes,
        Optional<Scalar> value,
        Optional<SecretPlace> place,
        boolean isRequired,
        boolean isJson,
        boolean isKeptByDagster,
        Optional<String> description) {
    public Promised {
        locations = List.copyOf(locations);
    }

    static Promised of(Mapping variable) {
        String via = variable.text("via").orElseThrow();
        return new Promised(
                variable.scalar("name").orElseThrow(),
                EnvSet.words(variable, "locations"),
                scopes(variable),
                variable.scalar("value"),
                variable.text("secret").map(secret -> SecretPlace.of(secret, via)),
                variable.text("required").map("true"::equals).orElse(true),
                variable.text("format").isPresent(),
                via.equals(Store.DAGSTER_PLUS.word()),
                variable.text("description"));
    }

    private static Set<Scope> scopes(Mapping variable) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        EnvSet.words(variable, "scopes").forEach(word -> Scope.ofWord(word).ifPresent(scopes::add));
        return Collections.unmodifiableSet(scopes);
    }

    /** The same for one of its locations. */
    Promised in(String location) {
        return new Promised(
                name, List.of(location), scopes, value, place, isRequired, isJson, isKeptByDagster, description);
    }
}
