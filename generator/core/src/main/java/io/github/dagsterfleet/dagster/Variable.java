package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.List;
import java.util.Optional;

/**
 * One environment variable of one location.
 *
 * @param name with the place that brings the variable in: its key below {@code env}, the item of {@code env_from}, the
 *     item of a raw list
 * @param sides in the order of {@link Side}
 * @param declaration the mapping below {@code env}; empty for a variable from anywhere else
 * @param raw whether it stands in {@code container_context} already
 */
record Variable(Scalar name, Supply supply, List<Side> sides, Route route, Mapping declaration, boolean raw) {
    /** A variable that was said in the platform's own words. */
    static Variable raw(Scalar name, Supply supply, List<Side> sides, Route route) {
        return new Variable(name, supply, sides, route, Mapping.empty(name.origin()), true);
    }

    /** The same on other sides. */
    Variable on(List<Side> others) {
        return new Variable(name, supply, others, route, declaration, raw);
    }

    /** Whether there must be a value; true unless the declaration says otherwise. */
    boolean isRequired() {
        return isRequired(declaration);
    }

    /** The same of a declaration, wherever it stands. */
    static boolean isRequired(Mapping declaration) {
        Optional<String> said = declaration.text("required");
        return said.isEmpty() || said.get().equals("true");
    }

    Optional<Scalar> description() {
        return declaration.scalar("description");
    }

    /** As declared, else as the catalogue says of the secret. */
    Optional<Scalar> format() {
        Optional<Scalar> declared = declaration.scalar("format");
        return declared.isEmpty() && supply instanceof Supply.Secret secret ? secret.format() : declared;
    }

    /** Whether both end in one container under one name. */
    boolean clashesWith(Variable other) {
        return name.text().equals(other.name.text()) && sides.stream().anyMatch(other.sides::contains);
    }

    /** Whether code is promised the same by both, but for the way. */
    boolean promisesAs(Variable other) {
        return supply.getClass() == other.supply.getClass()
                && supply.said().text().equals(other.supply.said().text())
                && sides.equals(other.sides)
                && isRequired() == other.isRequired()
                && description().equals(other.description())
                && format().equals(other.format());
    }

    boolean hasBothSides() {
        return sides.size() == Side.BOTH.size();
    }
}
