package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.syntax.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A secret of the catalogue: which keys it has and where it is kept, never a value.
 *
 * @param teams who may use it; empty for everybody
 * @param environments where it exists; empty for everywhere
 * @param format {@code json} when every value is one JSON document
 * @param arns by environment, for the store {@code aws}
 */
public record SecretEntry(
        Scalar name,
        Store store,
        List<Scalar> keys,
        List<String> teams,
        List<String> environments,
        Optional<Scalar> format,
        Map<String, Scalar> arns) {
    public SecretEntry {
        keys = List.copyOf(keys);
        teams = List.copyOf(teams);
        environments = List.copyOf(environments);
        arns = Map.copyOf(arns);
    }

    /** Whether it exists in an environment. */
    public boolean isFor(String environment) {
        return environments.isEmpty() || environments.contains(environment);
    }

    /** Where a secret is kept. */
    public enum Store {
        KUBERNETES("kubernetes"),
        AWS("aws"),
        DAGSTER_PLUS("dagster-plus"),
        AGENT("agent");

        private final String word;

        Store(String word) {
            this.word = word;
        }

        /** As in base.yaml. */
        public String word() {
            return word;
        }
    }
}
