package io.github.dagsterfleet.rule.file;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectFileTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "directory_type = 'project'    | dg schema/missing-key 1:1",
                "directory_type = 'workspace'  | dg schema/missing-key 1:1",
                "directory_type = 'deployment' | dg schema/not-allowed 1:18",
                "cli = {verbose = true}        | dg schema/missing-key 1:1"
            })
    void theTypeOfAFolderAndItsTable(String line, String verdict) {
        assertThat(Verdict.toml("dg.toml", line + "\n")).containsExactly(verdict);
    }

    @Test
    void theTableOfTheOtherTypeIsUnknown() {
        assertThat(Verdict.toml("dg.toml", "directory_type = 'workspace'\n[project]\nroot_module = 'a'\n"))
                .containsExactly("dg schema/missing-key 1:1", "dg schema/unknown-key 2:2");
    }

    @Test
    void settingsOfDgAreReadInPyprojectToo() {
        assertThat(Verdict.toml(
                        "pyproject.toml",
                        "[tool.dg]\ndirectory_type = 'project'\n[tool.dg.project]\nroot_modul = 'a'\n"))
                .containsExactly("dg schema/unknown-key 4:1");
    }

    @Test
    void whatNobodyReadsBelowToolDagsterIsAWarning() {
        assertThat(Verdict.toml("pyproject.toml", "[tool.dagster]\nmodule_name = 'a'\nproject_name = 'b'\n"))
                .containsExactly("warning schema/unknown-key 3:1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version = '1.0.0rc1'             |",
                "version = 'one'                  | ours schema/pattern 3:11",
                "version = '1.*'                  | ours schema/pattern 3:11",
                "requires-python = '>=3.10,<3.14' |",
                "requires-python = '3.10'         | ours schema/pattern 3:19",
                "dependencies = ['dagster>=1', 'a b'] | ours dagster/requirement 3:31",
                "name2 = 'a'                      | ours schema/unknown-key 3:1"
            })
    void namesVersionsAndRequirements(String line, String verdict) {
        assertThat(Verdict.toml("pyproject.toml", "[project]\nname = 'a'\n" + line.strip() + "\n"))
                .isEqualTo(java.util.Optional.ofNullable(verdict).stream().toList());
    }

    @Test
    void whatIsNoTomlIsSyntax() {
        assertThat(Verdict.toml("dg.toml", "directory_type = project\n"))
                .singleElement()
                .asString()
                .startsWith("syntax syntax/toml 1:");
    }
}
