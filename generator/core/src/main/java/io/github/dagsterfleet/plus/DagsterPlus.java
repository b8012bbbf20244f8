package io.github.dagsterfleet.plus;

import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The variables of one deployment of Dagster+. Every call waits for its answer, asks again where that may help, and gives
 * up within two minutes. Each change is a request of its own, and doing it twice is doing it once: whoever was stopped
 * half-way begins again.
 */
public final class DagsterPlus {
    private static final Comparator<StoredVariable> ORDER =
            Comparator.comparing(StoredVariable::name).thenComparing(StoredVariable::id);

    private final Connection connection;
    private final Persistence persistence;

    public DagsterPlus(Connection connection, Timing timing) {
        this.connection = connection;
        this.persistence = new Persistence(new Wire(connection), timing);
    }

    /** All that the deployment keeps, of every location and scope, sorted by name. */
    public Outcome<List<StoredVariable>> variables() {
        Ask ask = new Ask(
                "list the variables of `" + connection.deployment() + "`",
                Operation.LIST,
                Operation.everything(),
                List.of());
        return answer(ask).then(content -> stored(content, ask));
    }

    /**
     * Makes the variable, or gives the one that is there this value in these scopes.
     *
     * @param value one that UTF-8 can hold
     * @param scopes at least one: left out, Dagster's own client takes all of them
     * @param location the one that gets it; empty for every location
     * @return the id under which Dagster+ keeps it
     */
    public Outcome<String> put(String name, SecretValue value, Set<Scope> scopes, Optional<String> location) {
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("no scope for " + name);
        }
        String where = location.map(one -> "`" + one + "`").orElse("every location");
        Ask ask = new Ask(
                "set `" + name + "` for " + where,
                Operation.PUT,
                Operation.one(name, value, scopes, location),
                List.of(value));
        return answer(ask).then(content -> id(content.mapping("secret").flatMap(secret -> secret.text("id")), ask));
    }

    /**
     * Takes a variable away, in all of its scopes and locations.
     *
     * @return its id
     */
    public Outcome<String> remove(StoredVariable variable) {
        Ask ask = new Ask("remove `" + variable.name() + "`", Operation.REMOVE, Operation.id(variable.id()), List.of());
        return answer(ask).then(content -> id(content.text("secretId"), ask));
    }

    private Outcome<Mapping> answer(Ask ask) {
        Persistence.Result result = persistence.ask(ask.operation().body(ask.variables()));
        return new AnswerReader(ask.operation(), new Complaint(connection, ask)).read(result);
    }

    private Outcome<List<StoredVariable>> stored(Mapping content, Ask ask) {
        List<Mapping> secrets = content.mappings("secrets");
        boolean isList = content.sequence("secrets")
                .filter(list -> list.items().size() == secrets.size())
                .isPresent();
        if (!isList) {
            // Taken for an empty list, it would have secrets set anew that are to be left alone.
            return incomplete(ask);
        }
        List<StoredVariable> stored = new ArrayList<>();
        for (Mapping secret : secrets) {
            Optional<String> id = secret.text("id");
            Optional<String> name = secret.text("secretName");
            if (id.isEmpty()
                    || name.isEmpty()
                    || secret.sequence("locationNames").isEmpty()) {
                return incomplete(ask);
            }
            stored.add(new StoredVariable(id.get(), name.get(), locations(secret), scopes(secret)));
        }
        stored.sort(ORDER);
        return Outcome.ok(List.copyOf(stored));
    }

    private static List<String> locations(Mapping secret) {
        return secret.scalars("locationNames").stream().map(Scalar::text).toList();
    }

    private static Set<Scope> scopes(Mapping secret) {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (Scope scope : Scope.values()) {
            if (secret.text(scope.field()).filter("true"::equals).isPresent()) {
                scopes.add(scope);
            }
        }
        return scopes;
    }

    private Outcome<String> id(Optional<String> id, Ask ask) {
        return id.map(Outcome::ok).orElseGet(() -> incomplete(ask));
    }

    private <T> Outcome<T> incomplete(Ask ask) {
        return Outcome.failed(new Complaint(connection, ask)
                .noAnswer("the answer holds less of `" + ask.operation().root() + "` than was asked for"));
    }

    @Override
    public String toString() {
        return connection.toString();
    }
}
