package io.github.dagsterfleet.rule.fleet;

import io.github.dagsterfleet.fleet.RepoOutline;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.List;

/**
 * A location where repo.yaml declares it.
 *
 * @param environments where it exists, in promotion order
 */
record Declared(RepoOutline repo, Scalar name, List<String> environments) {
    @Override
    public boolean equals(Object other) {
        return other instanceof Declared that && name.span().equals(that.name.span());
    }

    @Override
    public int hashCode() {
        return name.span().hashCode();
    }
}
