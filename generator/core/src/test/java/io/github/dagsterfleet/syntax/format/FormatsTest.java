package io.github.dagsterfleet.syntax.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.syntax.Format;
import io.github.dagsterfleet.text.SourcePath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {
    @ParameterizedTest
    @CsvSource({
        "environments/base.yaml, YAML",
        ".github/workflows/ci.yml, YAML",
        "pyproject.toml, TOML",
        "generated/dev/env_set.json, JSON",
        ".env, dotenv",
        "generated/all/.env.example, dotenv",
        "dev.env, dotenv"
    })
    void theNameTellsTheFormat(String file, String name) {
        assertThat(Formats.of(new SourcePath(file)).map(Format::name)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Dockerfile", "CODEOWNERS", "yaml", "a.yaml.ftl", "README.example", "a.YAML"})
    void everyOtherNameHasNone(String file) {
        assertThat(Formats.of(new SourcePath(file))).isEmpty();
    }
}
