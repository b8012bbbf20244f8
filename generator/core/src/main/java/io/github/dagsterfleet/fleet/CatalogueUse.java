package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The names by which a repo takes something from what all share, in any of its environments. */
public record CatalogueUse(Set<String> agents, Set<String> profiles, Set<String> secrets) {
    static CatalogueUse of(List<Target> targets) {
        CatalogueUse use = new CatalogueUse(new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        for (Target target : targets) {
            use.agents.add(target.agent().name().text());
            use.addProfiles(target.facts());
            for (Location location : target.locations()) {
                use.addProfiles(location.facts());
                use.addSecrets(location.facts());
            }
        }
        return use;
    }

    private void addProfiles(Mapping facts) {
        profiles.addAll(Catalogue.texts(facts.get("profiles")));
    }

    private void addSecrets(Mapping location) {
        secrets.addAll(Catalogue.texts(location.get("env_from")));
        Optional<Mapping> variables = location.mapping("env");
        if (variables.isPresent()) {
            for (Mapping.Entry variable : variables.get().entries()) {
                Optional<String> secret = secret(variable.value());
                if (secret.isPresent()) {
                    secrets.add(secret.get());
                }
            }
        }
    }

    /** The name in {@code secret: name#key}. */
    private static Optional<String> secret(Node variable) {
        if (!(variable instanceof Mapping facts)) {
            return Optional.empty();
        }
        return facts.scalar("secret").map(Scalar::text).map(text -> {
            int hash = text.indexOf('#');
            return hash < 0 ? text : text.substring(0, hash);
        });
    }
}
