package io.github.dagsterfleet.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.source.MemorySources;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.syntax.format.Formats;
import io.github.dagsterfleet.text.Origin;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The standard templates print the sample organisation's files byte for byte from the documents that these hold. */
class SampleTest {
    private static final SourcePath FOLDER = new SourcePath("out");

    @ParameterizedTest
    @CsvSource({"analytics,k8s,dev", "ml-platform,k8s,prod", "github-issues,serverless,dev", "finance-dbt,ecs,dev"})
    void everyFileComesOutByteForByte(String repo, String platform, String environment) throws IOException {
        Outcome<TemplateSet> templates = TemplateSet.load(MemorySources.ofTexts(Map.of()));
        Renderer renderer = new Renderer(templates.value().orElseThrow());
        Findings findings = new Findings();
        List<Draft> drafts = new ArrayList<>();
        for (Scope scope : List.of(Scope.REPO, Scope.REPO_AT_ENVIRONMENT, Scope.PROJECT_AT_ENVIRONMENT)) {
            drafts.addAll(renderer.render(scope, model(repo, platform, environment, scope), FOLDER, Set.of(), findings)
                    .drafts());
        }
        drafts.forEach(draft -> draft.verify(findings));

        assertThat(findings.list()).isEmpty();
        assertThat(drafts)
                .extracting(draft -> draft.path().fileName())
                .containsExactly(
                        ".env.example", "dagster-plus.yml", "dagster_cloud.yaml", "env_set.json", "pyproject.toml");
        for (Draft draft : drafts) {
            assertThat(draft.text()).isEqualTo(read(repo, draft.path().fileName()));
        }
    }

    private static Model model(String repo, String platform, String environment, Scope scope) throws IOException {
        // What is rendered once per repo sees the repo in its first environment.
        String seen = scope == Scope.REPO ? "dev" : environment;
        Mapping facts = Workbench.yaml(
                """
                organization: acme
                dagster: "1.13.27"
                environment: {name: %s, deployment: %s, kind: full, branch_deployments: %s}
                repo:
                  name: %s
                  platform: %s
                  git: {branch: main, ci: github}
                  builds: [%s]
                  ready_locations: []
                  deployments: [dev, staging, prod]
                  promoted: []
                vars: {python_version: "3.12"}
                """
                        .formatted(
                                seen,
                                seen,
                                seen.equals("dev"),
                                repo,
                                platform,
                                platform.equals("serverless")
                                        ? ""
                                        : "{directory: ., registry: registry.example.com/data/" + repo + "}"));
        Mapping envSet = tree(repo, "env_set.json");
        Origin origin = envSet.origin();
        Mapping data = facts.toBuilder()
                .put(
                        "locations",
                        tree(repo, "dagster_cloud.yaml").get("locations").orElseThrow())
                .put("env_set", envSet)
                .put("env_example", example(tree(repo, ".env.example"), envSet))
                .put(
                        "project",
                        Mapping.builder()
                                .put("pyproject", tree(repo, "pyproject.toml"))
                                .build(origin))
                .build(origin);
        return new Model(data, "`" + repo + "`", "repos/" + repo + "/repo.yaml");
    }

    private static Mapping example(Mapping values, Mapping envSet) {
        Origin origin = envSet.origin();
        List<Node> secrets = new ArrayList<>();
        for (Node node : envSet.sequence("variables").orElseThrow().items()) {
            Mapping variable = (Mapping) node;
            if (variable.has("secret")) {
                Mapping.Builder secret =
                        Mapping.builder().put("name", variable.get("name").orElseThrow());
                variable.get("description").ifPresent(text -> secret.put("description", text));
                secrets.add(secret.build(origin));
            }
        }
        return Mapping.builder()
                .put("values", values)
                .put("secrets", new Sequence(secrets, origin))
                .put("others", new Sequence(List.of(), origin))
                .build(origin);
    }

    private static Mapping tree(String repo, String file) throws IOException {
        SourcePath path = new SourcePath(file);
        Findings findings = new Findings();
        Node tree = Formats.of(path)
                .orElseThrow()
                .read(new SourceText(path, read(repo, file)), findings)
                .orElseThrow();
        assertThat(findings.list()).isEmpty();
        return (Mapping) tree;
    }

    private static String read(String repo, String file) throws IOException {
        try (InputStream in = SampleTest.class.getResourceAsStream("sample/" + repo + "/" + file)) {
            assertThat(in).as(file).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
