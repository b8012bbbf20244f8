package io.github.dagsterfleet.dagster;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.fleet.Location;
import io.github.dagsterfleet.fleet.SecretEntry;
import io.github.dagsterfleet.fleet.SecretEntry.Store;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One variable that Dagster+ has to keep. It can keep one for several locations, of whatever repos, so that equal ones
 * are one at the least.
 *
 * @param source the value, or {@code name#key} of a secret
 */
public record KeptVariable(String name, String source, boolean isSecret) {
    /** Those of a target that nobody can do without. Problems are not told, and none is looked for. */
    public static Set<KeptVariable> of(Target target) {
        Reader reader = new Reader(target);
        for (Location location : target.locations()) {
            reader.read(location.facts());
        }
        return Set.copyOf(reader.kept);
    }

    /** Every target of a run comes by here, and most have none: what other ways lead to is not read at all. */
    private static final class Reader {
        private final SecretCatalogue secrets;
        private final Target target;
        private final boolean keepsValues;
        private final Set<KeptVariable> kept = new HashSet<>();

        Reader(Target target) {
            this.secrets = new SecretCatalogue(target, new Findings());
            this.target = target;
            this.keepsValues = Route.ofValue(target.agent().platform(), true) == Route.DAGSTER_PLUS;
        }

        void read(Mapping facts) {
            Optional<Mapping> env = facts.mapping("env");
            if (env.isPresent()) {
                for (Mapping.Entry entry : env.get().entries()) {
                    if (entry.value() instanceof Mapping declaration) {
                        declared(entry.name(), declaration);
                    }
                }
            }
            Optional<Sequence> whole = facts.sequence("env_from");
            for (Node item : whole.isPresent() ? whole.get().items() : List.<Node>of()) {
                if (item instanceof Scalar secret && isKept(secret.text())) {
                    keys(secret.text());
                }
            }
        }

        private void declared(String name, Mapping declaration) {
            Optional<Scalar> value = declaration.scalar("value");
            Optional<Scalar> secret = declaration.scalar("secret");
            if (value.isPresent()) {
                if (keepsValues) {
                    kept.add(new KeptVariable(name, value.get().text(), false));
                }
            } else if (secret.isPresent() && Variable.isRequired(declaration)) {
                String reference = secret.get().text();
                int hash = reference.indexOf(SecretCatalogue.KEY);
                if (hash > 0 && isKept(reference.substring(0, hash))) {
                    kept.add(new KeptVariable(name, reference, true));
                }
            }
        }

        private void keys(String secret) {
            SecretEntry entry = target.fleet().secrets().get(secret);
            if (entry != null) {
                for (Scalar key : entry.keys()) {
                    kept.add(new KeptVariable(key.text(), secret + SecretCatalogue.KEY + key.text(), true));
                }
            }
        }

        private boolean isKept(String secret) {
            return secrets.store(secret) == Store.DAGSTER_PLUS;
        }
    }
}
