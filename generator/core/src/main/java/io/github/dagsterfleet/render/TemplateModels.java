package io.github.dagsterfleet.render;

import io.github.dagsterfleet.dagster.Documents;
import io.github.dagsterfleet.fleet.Environment;
import io.github.dagsterfleet.fleet.Fleet;
import io.github.dagsterfleet.fleet.Location;
import io.github.dagsterfleet.fleet.Project;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.ScalarType;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.text.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Puts facts and documents under the names that templates use. */
public final class TemplateModels {
    private TemplateModels() {}

    /**
     * For {@code repo/} and {@code repo@environment/}.
     *
     * @param target the environment that is rendered; for {@code repo/} the repo's first
     */
    public static Model repo(Target target, Documents documents, AllEnvironments everywhere) {
        return model(target, facts(target, documents, everywhere));
    }

    /** The same for one project, for {@code project/} and {@code project@environment/}. */
    public static Model project(Target target, Documents documents, AllEnvironments everywhere, Project project) {
        Origin origin = project.facts().origin();
        Mapping.Builder own = Mapping.builder().put("path", Scalar.string(project.path(), origin));
        Mapping pyproject = documents.pyprojects().get(project.path());
        if (pyproject != null) {
            own.put("pyproject", pyproject);
        }
        return model(target, facts(target, documents, everywhere).put("project", own.build(origin)));
    }

    /**
     * For {@code environment/}: what the environment's own file says, so that no repo needs to be in memory.
     *
     * @param deployPlan the waves in which repos are deployed there; empty when none needs another one
     */
    public static Model environment(Fleet fleet, Environment environment, Optional<Mapping> deployPlan) {
        String name = environment.name().text();
        Mapping.Builder own = environmentFacts(environment);
        for (String document : List.of("deployment_settings", "alert_policies")) {
            environment.document().get(document).ifPresent(node -> own.put(document, node));
        }
        Origin origin = environment.name().origin();
        Mapping.Builder root = organisation(fleet).put("environment", own.build(origin));
        deployPlan.ifPresent(plan -> root.put("deploy_plan", plan));
        return new Model(root.build(origin), "`" + name + "`", "environments/" + name + ".yaml");
    }

    /** For {@code fleet/}: every environment, and each repo as its first environment has it. */
    public static Model fleet(Fleet fleet, Collection<List<Target>> repos) {
        Origin origin = fleet.organization().origin();
        List<Node> environments = new ArrayList<>();
        fleet.environments()
                .values()
                .forEach(environment -> environments.add(
                        environmentFacts(environment).build(environment.name().origin())));
        List<Node> outlines = new ArrayList<>();
        for (List<Target> everywhere : repos) {
            if (!everywhere.isEmpty()) {
                Target first = everywhere.get(0);
                outlines.add(repoFacts(first, AllEnvironments.of(everywhere))
                        .build(first.facts().origin()));
            }
        }
        Mapping.Builder root = organisation(fleet)
                .put("environments", new Sequence(environments, origin))
                .put("repos", new Sequence(outlines, origin));
        return new Model(root.build(origin), "the fleet", "environments/base.yaml");
    }

    private static Model model(Target target, Mapping.Builder root) {
        return new Model(root.build(target.facts().origin()), target.words(), "repos/" + target.repo() + "/repo.yaml");
    }

    private static Mapping.Builder facts(Target target, Documents documents, AllEnvironments everywhere) {
        Origin origin = target.facts().origin();
        Mapping.Builder repo = repoFacts(target, everywhere);
        sharedBuild(documents.locations()).ifPresent(build -> repo.put("build", build));
        return organisation(target.fleet())
                .put(
                        "environment",
                        environmentFacts(target.environment())
                                .build(target.environment().name().origin()))
                .put("repo", repo.build(origin))
                .put("vars", target.facts().mapping("vars").orElseGet(() -> Mapping.empty(origin)))
                .put("env", variables(target))
                .put("locations", new Sequence(List.copyOf(documents.locations()), origin))
                .put("env_set", documents.envSet())
                .put("env_example", documents.envExample());
    }

    private static Mapping.Builder organisation(Fleet fleet) {
        return Mapping.builder().put("organization", fleet.organization()).put("dagster", fleet.dagster());
    }

    private static Mapping.Builder environmentFacts(Environment environment) {
        String branches = Boolean.toString(environment.branchDeployments());
        Origin origin = environment
                .document()
                .get("branch_deployments")
                .map(Node::origin)
                .orElse(environment.name().origin());
        return Mapping.builder()
                .put("name", environment.name())
                .put("deployment", environment.deployment())
                .put("kind", environment.kind())
                .put("branch_deployments", new Scalar(branches, ScalarType.BOOLEAN, origin));
    }

    /** A repo's name is that of its folder; the place in its own file that names its first location is near enough. */
    private static Origin home(Target target) {
        return target.locations().isEmpty()
                ? target.facts().origin()
                : target.locations().get(0).name().origin();
    }

    private static Mapping.Builder repoFacts(Target target, AllEnvironments everywhere) {
        Mapping.Builder repo = Mapping.builder().put("name", Scalar.string(target.repo(), home(target)));
        for (String fact : List.of("team", "owners")) {
            target.facts().get(fact).ifPresent(node -> repo.put(fact, node));
        }
        repo.put(
                "platform",
                Scalar.string(
                        target.agent().platform().word(), target.agent().name().origin()));
        target.facts().get("git").ifPresent(node -> repo.put("git", node));
        return repo.putAll(everywhere.facts());
    }

    /** What every location says under {@code build}; empty when they differ. */
    private static Optional<Mapping> sharedBuild(List<Mapping> locations) {
        Optional<Mapping> first =
                locations.isEmpty() ? Optional.empty() : locations.get(0).mapping("build");
        boolean shared = locations.stream()
                .allMatch(location -> location.mapping("build").equals(first));
        return shared ? first : Optional.empty();
    }

    /** Every variable as the first location that has it says it. */
    private static Mapping variables(Target target) {
        Mapping.Builder variables = Mapping.builder();
        for (Location location : target.locations()) {
            location.facts()
                    .mapping("env")
                    .ifPresent(env -> env.forEach(entry -> {
                        if (!variables.has(entry.name())) {
                            variables.put(entry.key(), entry.value());
                        }
                    }));
        }
        return variables.build(target.facts().origin());
    }
}
