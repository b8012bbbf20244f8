package io.github.dagsterfleet.env;

import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.plus.DagsterPlus;
import io.github.dagsterfleet.plus.Scope;
import io.github.dagsterfleet.plus.SecretValue;
import io.github.dagsterfleet.plus.StoredVariable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is done, or left alone, about one variable of Dagster+ in one location. */
public sealed interface EnvStep {
    String name();

    /** The locations that are spoken of. */
    List<String> locations();

    /** In a plan: {@code create}, {@code change}, {@code exists}, {@code remove}, {@code extra}. */
    String word();

    /** @param isNew whether the location has no variable of the name that is its own */
    record Send(String name, String location, Set<Scope> scopes, SecretValue value, boolean isNew) implements EnvStep {
        @Override
        public List<String> locations() {
            return List.of(location);
        }

        @Override
        public String word() {
            return isNew ? "create" : "change";
        }

        Outcome<String> doneIn(DagsterPlus plus) {
            return plus.put(name, value, scopes, Optional.of(location));
        }
    }

    /** A variable that only our locations have, and that nobody promises any more. */
    record Remove(StoredVariable stored) implements EnvStep {
        @Override
        public String name() {
            return stored.name();
        }

        @Override
        public List<String> locations() {
            return stored.locations();
        }

        @Override
        public String word() {
            return "remove";
        }

        Outcome<String> doneIn(DagsterPlus plus) {
            return plus.remove(stored);
        }
    }

    /** Nothing to do. */
    record Leave(Reason reason, String name, List<String> locations) implements EnvStep {
        public Leave {
            locations = List.copyOf(locations);
        }

        @Override
        public String word() {
            return reason.name().toLowerCase(Locale.ROOT);
        }
    }

    /** Why a variable stays as it is. */
    enum Reason {
        /** A secret that is there, and is not to be rotated. */
        EXISTS,
        /** One that nobody promises. */
        EXTRA,
        /** One that is not required, and has no value. */
        ABSENT
    }
}
