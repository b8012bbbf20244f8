package io.github.dagsterfleet.fleet;

import io.github.dagsterfleet.layer.References;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.text.SourcePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The names that {@code ${…}} knows in one target, and in one location of it. */
final class ReferenceNames implements References.Scope {
    private static final String VARS = "vars.";

    private final Scalar organization;
    private final Scalar environment;
    private final Scalar repo;
    private final Mapping facts;
    private final Optional<Scalar> location;
    private final Mapping locationFacts;
    private final UnreadVars unread;

    private ReferenceNames(
            Scalar organization,
            Scalar environment,
            Scalar repo,
            Mapping facts,
            Optional<Scalar> location,
            Mapping locationFacts,
            UnreadVars unread) {
        this.organization = organization;
        this.environment = environment;
        this.repo = repo;
        this.facts = facts;
        this.location = location;
        this.locationFacts = locationFacts;
        this.unread = unread;
    }

    /**
     * @param facts the repo's merged facts, which hold {@code team} and {@code vars}
     * @param unread is told which of {@code vars} references name
     */
    static ReferenceNames ofRepo(Fleet fleet, Environment environment, Scalar repo, Mapping facts, UnreadVars unread) {
        return new ReferenceNames(
                fleet.organization(),
                environment.name(),
                repo,
                facts,
                Optional.empty(),
                Mapping.empty(facts.origin()),
                unread);
    }

    /** The same names and those of a location. */
    ReferenceNames inLocation(Scalar name, Mapping merged) {
        return new ReferenceNames(organization, environment, repo, facts, Optional.of(name), merged, unread);
    }

    @Override
    public Optional<Node> find(String name) {
        return switch (name) {
            case "organization" -> Optional.of(organization);
            case "environment.name" -> Optional.of(environment);
            case "repo.name" -> Optional.of(repo);
            case "repo.team" -> facts.get("team");
            case "location.name" -> location.map(Node.class::cast);
            case "location.agent_queue" -> locationFacts.get("agent_queue");
            default -> name.startsWith(VARS) ? read(variable(name.substring(VARS.length()))) : Optional.empty();
        };
    }

    @Override
    public boolean isName(String name) {
        return name.equals("repo.team") || (location.isPresent() && name.equals("location.agent_queue"));
    }

    @Override
    public SourcePath file() {
        return repo.span().path();
    }

    private Optional<Node> read(Optional<Node> variable) {
        variable.ifPresent(unread::referred);
        return variable;
    }

    /** A variable may itself hold mappings: {@code vars.sizes.small}. A key with a dot in it is found first. */
    private Optional<Node> variable(String path) {
        Optional<Node> at = facts.get("vars");
        String rest = path;
        while (at.isPresent() && at.get() instanceof Mapping mapping) {
            if (mapping.has(rest)) {
                return mapping.get(rest);
            }
            int dot = rest.indexOf('.');
            if (dot < 0) {
                return Optional.empty();
            }
            at = mapping.get(rest.substring(0, dot));
            rest = rest.substring(dot + 1);
        }
        return Optional.empty();
    }

    @Override
    public Collection<String> names() {
        List<String> names = new ArrayList<>(List.of("organization", "environment.name", "repo.name", "repo.team"));
        if (location.isPresent()) {
            names.addAll(List.of("location.name", "location.agent_queue"));
        }
        facts.mapping("vars").ifPresent(vars -> vars.keys().forEach(key -> names.add(VARS + key)));
        return names;
    }
}
