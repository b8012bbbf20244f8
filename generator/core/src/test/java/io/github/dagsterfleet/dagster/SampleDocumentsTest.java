package io.github.dagsterfleet.dagster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Format;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.syntax.dotenv.DotenvFormat;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import io.github.dagsterfleet.syntax.toml.TomlFormat;
import io.github.dagsterfleet.syntax.yaml.YamlFormat;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The four repos of the sample organisation, from merged facts to what the real Dagster packages have accepted. */
final class SampleDocumentsTest {
    private static final String TARGETS =
            """
            analytics, dev
            analytics, prod
            finance-dbt, dev
            finance-dbt, prod
            github-issues, dev
            github-issues, prod
            ml-platform, dev
            ml-platform, prod
            """;

    @ParameterizedTest
    @CsvSource(textBlock = TARGETS)
    void locationsAreComplete(String repo, String environment) {
        Mapping expected = (Mapping) read(YamlFormat.INSTANCE, repo, environment, "dagster_cloud.yaml");

        assertThat(derive(repo, environment).locations())
                .hasToString(expected.sequence("locations").orElseThrow().toString());
    }

    @ParameterizedTest
    @CsvSource(textBlock = TARGETS)
    void envSetIsComplete(String repo, String environment) {
        String expected =
                read(JsonFormat.INSTANCE, repo, environment, "env_set.json").toString();

        assertThat(derive(repo, environment).envSet())
                .hasToString(expected.replace('"' + repo + "\", environment", "\"sample\", environment"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = TARGETS)
    void pyprojectIsComplete(String repo, String environment) {
        Node expected = read(TomlFormat.INSTANCE, repo, environment, "pyproject.toml");

        assertThat(derive(repo, environment).pyprojects().get(".")).hasToString(expected.toString());
    }

    @ParameterizedTest
    @CsvSource({"analytics", "finance-dbt", "github-issues", "ml-platform"})
    void exampleHoldsEveryVariable(String repo) {
        String text = resource(repo + "/env.example");
        Mapping example = derive(repo, "dev").envExample();

        Node values = DotenvFormat.INSTANCE
                .read(new SourceText(new SourcePath(".env.example"), text), new Findings())
                .orElseThrow();
        List<String> secrets = text.lines()
                .filter(line -> line.startsWith("#") && line.endsWith("="))
                .map(line -> line.substring(1, line.length() - 1))
                .toList();
        assertThat(example.get("values").orElseThrow()).hasToString(values.toString());
        assertThat(example.sequence("secrets").map(Sequence::items).orElseThrow())
                .extracting(secret -> ((Mapping) secret).text("name").orElseThrow())
                .isEqualTo(secrets);
        assertThat(example.sequence("others").orElseThrow().items()).isEmpty();
    }

    private static Documents derive(String repo, String environment) {
        String facts = resource(repo + "/" + environment + "/facts.yaml");
        return TestTarget.documents(TestTarget.of(resource("base.yaml"), environment, facts));
    }

    private static Node read(Format format, String repo, String environment, String file) {
        Findings findings = new Findings();
        SourceText text = new SourceText(new SourcePath(file), resource(repo + "/" + environment + "/" + file));
        Node node = format.read(text, findings).orElseThrow();
        assertThat(findings.list()).isEmpty();
        return node;
    }

    private static String resource(String name) {
        try (InputStream in = SampleDocumentsTest.class.getResourceAsStream("sample/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
