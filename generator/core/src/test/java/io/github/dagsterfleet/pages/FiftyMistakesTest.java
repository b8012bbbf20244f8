package io.github.dagsterfleet.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.text.SourcePath;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All mistakes of all files in one run, each once, and none that only follows from another. */
final class FiftyMistakesTest {
    private static final String SOUND =
            """
            agent: serverless
            locations:
              %s:
                code_source: {module_name: app.definitions}
            """;

    /** One mistake each; what stands before {@code |} is the code. */
    private static final List<String> MISTAKES = List.of(
            "syntax/tab|\tagent: serverless\n",
            "syntax/yaml|agent: [serverless\n",
            "syntax/duplicate-key|%sagent: serverless\n",
            "syntax/anchor|%steam: &team app\n",
            "syntax/second-document|%s---\nteam: app\n",
            "syntax/tag|%steam: !!str app\n",
            "schema/unknown-key|%stema: app\n",
            "schema/null|%steam:\n",
            "schema/kind|%sowners: app\n",
            "schema/ambiguous-scalar|%svars: {on_call: yes}\n",
            "schema/pattern|%svars: {1st: one}\n",
            "schema/missing-key|agent: serverless\n",
            "layer/unknown-operator|%sprofiles: {$apend: [polite]}\n",
            "layer/nothing-to-remove|%senv: {GONE: {$remove: true}}\n",
            "layer/lock-without-reason|%senv: {A: {$lock: a}}\n",
            "layer/unknown-reference|%senv: {A: \"${repo.nam}\"}\n",
            "layer/reference-cycle|%svars: {a: \"${vars.a}\"}\n",
            "fleet/unknown-profile|%sprofiles: [rude]\n",
            "layer/reference-syntax|%senv: {A: \"${repo\"}\n",
            "fleet/unknown-environment|%senvironments: [dev, prod, qa]\n",
            "dagster/unknown-secret|%senv: {A: {secret: nobody#KEY}}\n",
            "dagster/reserved-variable|%senv: {DAGSTER_HOME: here}\n",
            "dagster/no-resources|%sresources: {run: {cpu: 1}}\n",
            "dagster/requirement|%spyproject: {project: {dependencies: [\"a b\"]}}\n",
            "dagster/pin|%spyproject: {project: {dependencies: [\"dagster==1.0.0\"]}}\n");

    @Test
    void fiftyMistakesInFiftyFilesAreFiftyFindings(@TempDir Path folder) {
        Sandbox sandbox = Sandbox.in(folder, "");
        List<String> expected = IntStream.range(0, 2 * MISTAKES.size())
                .mapToObj(number -> {
                    String[] mistake = MISTAKES.get(number % MISTAKES.size()).split("\\|", 2);
                    String file = "repos/app-" + number + "/repo.yaml";
                    write(sandbox, file, mistake[1].replace("%s", SOUND.formatted("app-" + number)));
                    return file + " " + mistake[0];
                })
                .toList();
        assertThat(places(sandbox)).hasSize(50).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(sandbox.files()).containsKey("repos/hello/generated/dev/dagster_cloud.yaml");
    }

    @Test
    void aBrokenBaseWithholdsOnlyWhatFollowsFromIt(@TempDir Path folder) {
        Sandbox sandbox = Sandbox.in(folder, "");
        write(sandbox, "environments/base.yaml", "format: 1\nenvironments: [dev\n");
        write(sandbox, "environments/dev.yaml", "branch_deployment: true\n");
        write(sandbox, "environments/profiles/polite.yaml", "default: {}\n");
        write(sandbox, "repos/hello/overlays/dev.yaml", "env: {$apend: a}\n");
        write(sandbox, "repos/hello/overlays/qa.yaml", "env: {GREETING: hi}\n");
        write(sandbox, "repos/world/repo.yaml", "agent: nobody\nprofiles: [nobody]\nteam: null\n");
        write(sandbox, "templates/repo/a.yaml.ftl", "<#if x>\n");
        assertThat(places(sandbox))
                .containsExactly(
                        "environments/base.yaml syntax/yaml",
                        "environments/dev.yaml schema/unknown-key",
                        "environments/profiles/polite.yaml schema/unknown-key",
                        "repos/hello/overlays/dev.yaml layer/unknown-operator",
                        "repos/world/repo.yaml schema/missing-key",
                        "repos/world/repo.yaml schema/null",
                        "templates/repo/a.yaml.ftl render/template-syntax");
    }

    @Test
    void aMistakeThatShowsInEveryTargetIsOneFinding(@TempDir Path folder) {
        Sandbox sandbox = Sandbox.in(folder, "");
        write(sandbox, "environments/profiles/polite.yaml", "defaults: {env: {TONE: \"${vars.tone}\"}}\n");
        write(sandbox, "repos/world/repo.yaml", SOUND.formatted("world") + "profiles: [polite]\n");
        assertThat(places(sandbox)).containsExactly("environments/profiles/polite.yaml layer/unknown-reference");
    }

    private static Stream<String> places(Sandbox sandbox) {
        return sandbox.generate().findings().stream().filter(Finding::isError).map(FiftyMistakesTest::place);
    }

    private static String place(Finding finding) {
        return finding.site().path().map(SourcePath::value).orElse("nowhere") + " "
                + finding.code().id();
    }

    private static void write(Sandbox sandbox, String file, String text) {
        sandbox.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
