package io.github.dagsterfleet.plus;

import io.github.dagsterfleet.finding.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The variables of one deployment of Dagster+. Every call waits for its answer, tries again where that may help, and
 * gives up within two minutes. Each change is a request of its own, and doing it twice is doing it once: whoever was
 * stopped half-way begins again.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class DagsterPlus {
    private final Connection connection;
    private final Timing timing;

    public DagsterPlus(Connection connection, Timing timing) {
        this.connection = connection;
        this.timing = timing;
    }

    /** All that the deployment keeps, of every location and scope, sorted by name. */
    public Outcome<List<StoredVariable>> variables() {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Makes the variable, or gives the one that is there this value in these scopes.
     *
     * @param scopes at least one; Dagster+ has no default
     * @param location the one that gets it; empty for every location
     * @return the id under which Dagster+ keeps it
     */
    public Outcome<String> put(String name, SecretValue value, Set<Scope> scopes, Optional<String> location) {
        throw new UnsupportedOperationException("not yet");
    }

    /** Takes a variable away, in all of its scopes and locations. */
    public Outcome<String> remove(StoredVariable variable) {
        throw new UnsupportedOperationException("not yet");
    }

    @Override
    public String toString() {
        return connection + " " + timing;
    }
}
