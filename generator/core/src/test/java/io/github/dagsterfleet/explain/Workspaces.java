package io.github.dagsterfleet.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Outcome;
import io.github.dagsterfleet.finding.report.TextReport;
import io.github.dagsterfleet.fleet.Resolution;
import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.fleet.TargetResolver;
import io.github.dagsterfleet.fleet.Workspace;
import io.github.dagsterfleet.fleet.WorkspaceReader;
import io.github.dagsterfleet.layer.Fold;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.source.MemorySources;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A workspace in memory with one repo, {@code hello}, of two locations. */
final class Workspaces {
    private static final String BASE =
            """
            format: 1
            organization: acme
            environments: [dev, prod]
            dagster: 1.13.27
            agents:
              eks:
                platform: k8s
                defaults:
                  location: {agent_queue: default}
            defaults:
              env: {LOG_LEVEL: INFO}
            """;
    private static final String REPO =
            """
            team: greeters
            agent: eks
            locations:
              web: {code_source: {module_name: web}}
              batch: {code_source: {module_name: batch}}
            """;

    private final Map<String, String> files = new HashMap<>(Map.of(
            "environments/base.yaml",
            BASE,
            "environments/dev.yaml",
            "deployment: dev\nkind: full\n",
            "environments/prod.yaml",
            "deployment: prod\nkind: full\n",
            "repos/hello/repo.yaml",
            REPO));

    /** The same with this file, or with other content in it. */
    Workspaces with(String file, String text) {
        files.put(file, text);
        return this;
    }

    /** The same with more at the end of a file that is there. */
    Workspaces withMore(String file, String text) {
        files.merge(file, text, String::concat);
        return this;
    }

    Explainer in(String environment) {
        Findings findings = new Findings();
        WorkspaceReader reader = new WorkspaceReader(MemorySources.ofTexts(files), Shapes.standard());
        Workspace workspace = reader.read(findings).orElseThrow();
        Set<String> environments = workspace.fleet().environments().keySet();
        Resolution resolution = new TargetResolver(workspace, Shapes.standard(), new Fold())
                .resolve(
                        reader.repos()
                                .read("hello", Optional.of(environments), findings)
                                .orElseThrow(),
                        environment);
        assertThat(findings.list()).filteredOn(Finding::isError).isEmpty();
        Outcome<Target> target = ((Resolution.Resolved) resolution).outcome();
        assertThat(new TextReport(false).print(target.findings())).isEmpty();
        return new Explainer(target.value().orElseThrow(), Shapes.standard());
    }

    /** What a person reads of one key, be it an answer or a finding. */
    String text(String environment, String key) {
        Outcome<Explanation> answer = in(environment).key(key);
        return answer.value().map(ExplanationText::print).orElseGet(() -> new TextReport(false)
                .print(answer.findings()));
    }

    String json(String environment, String key) {
        return ExplanationJson.print(in(environment).key(key).value().orElseThrow());
    }
}
