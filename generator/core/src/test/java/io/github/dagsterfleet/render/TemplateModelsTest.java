package io.github.dagsterfleet.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.dagster.Documents;
import io.github.dagsterfleet.fleet.Agent;
import io.github.dagsterfleet.fleet.Environment;
import io.github.dagsterfleet.fleet.Fleet;
import io.github.dagsterfleet.fleet.Location;
import io.github.dagsterfleet.fleet.Platform;
import io.github.dagsterfleet.fleet.Project;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Scalar;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateModelsTest {
    private static final Mapping BASE =
            Workbench.yaml("environments/base.yaml", "{organization: acme, dagster: 1.13.27}\n");
    private static final Fleet FLEET = fleet();

    private static Fleet fleet() {
        Map<String, Environment> environments = new LinkedHashMap<>();
        environments.put("dev", environment("dev", "{deployment: development, kind: full, branch_deployments: true}"));
        environments.put("prod", environment("prod", "{deployment: prod, kind: full, alert_policies: []}"));
        return new Fleet(
                BASE.scalar("organization").orElseThrow(),
                BASE.scalar("dagster").orElseThrow(),
                environments,
                List.of(),
                Map.of(),
                Map.of(),
                BASE);
    }

    private static Environment environment(String name, String document) {
        Mapping mapping = Workbench.yaml("environments/" + name + ".yaml", document + "\n");
        return new Environment(
                Scalar.string(name, BASE.origin()),
                mapping.scalar("deployment").orElseThrow(),
                mapping.scalar("kind").orElseThrow(),
                mapping.has("branch_deployments"),
                mapping);
    }

    private static Environment known(String name) {
        return Objects.requireNonNull(FLEET.environments().get(name));
    }

    private static Target target(String environment) {
        Mapping facts = Workbench.yaml("{team: data, owners: [\"@acme/data\"], git: {ci: github}, vars: {x: 1}}\n");
        Location location =
                new Location(Scalar.string("one", facts.origin()), Workbench.yaml("env: {A: {value: a}}\n"), ".");
        return new Target(
                FLEET,
                "analytics",
                known(environment),
                new Agent(Scalar.string("eks", BASE.origin()), Platform.K8S, List.of(), List.of()),
                List.of(),
                facts,
                List.of(location),
                List.of(new Project(".", Mapping.empty(facts.origin()), List.of(location))),
                Optional.empty());
    }

    private static Documents documents(String... builds) {
        Mapping empty = Workbench.yaml("{values: {}}\n");
        List<Mapping> locations = Arrays.stream(builds)
                .map(build -> Workbench.yaml("{location_name: one, build: " + build + "}\n"))
                .toList();
        return new Documents(locations, Map.of(".", Workbench.yaml("project: {name: x}\n")), empty, empty);
    }

    @Test
    void aRepoSeesItsFactsAndDocuments() {
        Model model = TemplateModels.repo(
                target("dev"), documents("{directory: .}"), AllEnvironments.of(List.of(target("dev"), target("prod"))));

        assertThat(model.data().keys())
                .containsExactly(
                        "organization",
                        "dagster",
                        "environment",
                        "repo",
                        "vars",
                        "env",
                        "locations",
                        "env_set",
                        "env_example");
        assertThat(model.data().mapping("environment").orElseThrow())
                .isEqualTo(
                        Workbench.yaml("{name: dev, deployment: development, kind: full, branch_deployments: true}\n"));
        assertThat(model.data().mapping("repo").orElseThrow())
                .isEqualTo(
                        Workbench.yaml(
                                """
                                name: analytics
                                team: data
                                owners: ["@acme/data"]
                                platform: k8s
                                git: {ci: github}
                                environments: [dev, prod]
                                deployments: [development, prod]
                                promoted: []
                                builds: []
                                ready_locations: []
                                build: {directory: .}
                                """));
        assertThat(model.data().mapping("env").orElseThrow()).isEqualTo(Workbench.yaml("A: {value: a}\n"));
        assertThat(model.edit()).isEqualTo("repos/analytics/repo.yaml");
    }

    @Test
    void everyNameIsDeclared() {
        Target target = target("dev");
        List<List<Target>> repos = List.of(List.of(target));
        Documents documents = documents("{directory: .}");

        assertDeclared(Scope.REPO, TemplateModels.repo(target, documents, AllEnvironments.of(List.of(target))));
        assertDeclared(
                Scope.PROJECT,
                TemplateModels.project(
                        target,
                        documents,
                        AllEnvironments.of(List.of(target)),
                        target.projects().get(0)));
        assertDeclared(Scope.ENVIRONMENT, TemplateModels.environment(FLEET, known("prod"), Optional.empty()));
        assertDeclared(Scope.FLEET, TemplateModels.fleet(FLEET, repos));
    }

    private static void assertDeclared(Scope scope, Model model) {
        assertThat(model.data().entries()).allSatisfy(entry -> {
            assertThat(ModelShapes.of(scope).below(entry.name()))
                    .as(entry.name())
                    .isPresent();
            if (entry.value() instanceof Mapping mapping
                    && List.of("repo", "environment").contains(entry.name())) {
                assertThat(mapping.keys()).allSatisfy(key -> assertThat(ModelShapes.of(scope)
                                .below(entry.name())
                                .orElseThrow()
                                .below(key))
                        .as(key)
                        .isPresent());
            }
        });
    }

    @Test
    void theBuildIsAFactWhereLocationsAgree() {
        assertThat(build(documents("{directory: .}", "{directory: .}"))).isTrue();
        assertThat(build(documents("{directory: .}", "{directory: x}"))).isFalse();
    }

    private static boolean build(Documents documents) {
        Target target = target("dev");
        Model model = TemplateModels.repo(target, documents, AllEnvironments.of(List.of(target)));
        return model.data().mapping("repo").orElseThrow().has("build");
    }

    @Test
    void aProjectSeesItsPyproject() {
        Target target = target("dev");
        Model model = TemplateModels.project(
                target,
                documents("{}"),
                AllEnvironments.of(List.of(target)),
                target.projects().get(0));

        assertThat(model.data().mapping("project").orElseThrow())
                .isEqualTo(Workbench.yaml("{path: ., pyproject: {project: {name: x}}}\n"));
    }

    @Test
    void anEnvironmentSeesWhatItsFileSays() {
        Model prod = TemplateModels.environment(FLEET, known("prod"), Optional.empty());

        assertThat(prod.data().keys()).containsExactly("organization", "dagster", "environment");
        assertThat(prod.data().mapping("environment").orElseThrow().has("alert_policies"))
                .isTrue();
        assertThat(prod.edit()).isEqualTo("environments/prod.yaml");
    }

    @Test
    void theFleetSeesEveryRepoOnce() {
        List<List<Target>> repos = List.of(List.of(target("dev"), target("prod")), List.of(target("dev")));

        assertThat(TemplateModels.fleet(FLEET, repos)
                        .data()
                        .sequence("repos")
                        .orElseThrow()
                        .items())
                .hasSize(2);
    }
}
