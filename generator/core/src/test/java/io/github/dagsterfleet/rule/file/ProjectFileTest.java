package io.github.dagsterfleet.rule.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /** Java's patterns go a call deeper with each turn of a group. */
    @Test
    void nothingHasTooManyParts() {
        String name = "a" + ".a".repeat(200_000);
        String version = "1" + ".1".repeat(200_000);
        String project = "[project]\nname = 'a'\nversion = '1'\n";
        assertThat(Verdict.toml("pyproject.toml", project + "entry-points.'" + name + "'.b = 'c:d'\n"))
                .isEmpty();
        assertThat(Verdict.toml(
                        "pyproject.toml",
                        project + "dependencies = ['x==" + version + "a1', 'y~=" + version + "', 'z==1+" + name
                                + "']\n"))
                .isEmpty();
        assertThat(Verdict.toml(
                        "dg.toml",
                        "directory_type = 'project'\nproject = {root_module = 'a', registry_modules = ['" + name
                                + "']}\n"))
                .containsExactly("dg schema/pattern 2:51");
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
                "authors = [{email = 'a@b.c'}]    |",
                "authors = [{email = 'a.b.c'}]    | ours schema/pattern 3:21",
                "name2 = 'a'                      | ours schema/unknown-key 3:1"
            })
    void namesVersionsAndRequirements(String line, String verdict) {
        assertThat(Verdict.toml("pyproject.toml", "[project]\nname = 'a'\n" + withVersion(line.strip()) + "\n"))
                .isEqualTo(Optional.ofNullable(verdict).stream().toList());
    }

    private static String withVersion(String line) {
        return line.startsWith("version") ? line : line + "\nversion = '1.0'";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "version = '1.0'         |",
                "dynamic = ['version']   |",
                "dynamic = ['readme']    | ours schema/missing-key 1:1"
            })
    void aVersionIsSaidOrLeftToTheBackend(String line, String verdict) {
        assertThat(Verdict.toml("pyproject.toml", "[project]\nname = 'a'\n" + line + "\n"))
                .isEqualTo(Optional.ofNullable(verdict).stream().toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[project.scripts] | a.b:main       |",
                "[project.scripts] | a.b:main [dev] |",
                "[project.scripts] | a b            | ours schema/pattern 6:5",
                "[project.scripts] | a.b:           | ours schema/pattern 6:5",
                "[project.scripts] | 1a.b           | ours schema/pattern 6:5",
                "[project.entry-points.x] | é.b     |",
                "[project.entry-points.x] | a-b     | ours schema/pattern 6:5",
                "[project.entry-points.gui_scripts] | a:b | ours schema/unknown-key 5:23"
            })
    void entryPointsNameObjects(String table, String reference, String verdict) {
        assertThat(Verdict.toml(
                        "pyproject.toml",
                        "[project]\nname = 'a'\nversion = '1'\n\n" + table + "\nx = '" + reference + "'\n"))
                .isEqualTo(Optional.ofNullable(verdict).stream().toList());
    }

    @ParameterizedTest
    @CsvSource({"hatchling.build,", "setuptools.build_meta:__legacy__,", "my backend,ours schema/pattern 3:17"})
    void aBuildBackendIsAnObject(String backend, String verdict) {
        assertThat(Verdict.toml("pyproject.toml", "[build-system]\nrequires = []\nbuild-backend = '" + backend + "'\n"))
                .isEqualTo(Optional.ofNullable(verdict).stream().toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a = ['x', {include-group = 'B'}]; b = ['y']  |",
                "a = [{include-group = 'c'}]; b = []          | ours rule/dependency-group 2:23",
                "a = [{include-group = 'a'}]                  | ours rule/dependency-group 2:23",
                "a = [{include-group = 'b'}]; b = [{include-group = 'a'}] | ours rule/dependency-group 3:23",
                "a = [{include-group = 'b'}, {include-group = 'c'}]; b = [{include-group = 'c'}]; c = [] |",
                "dev-tools = []; dev_tools = []               | ours rule/dependency-group 3:1"
            })
    void groupsIncludeGroupsThatExist(String groups, String verdict) {
        assertThat(Verdict.toml("pyproject.toml", "[dependency-groups]\n" + groups.replace("; ", "\n") + "\n"))
                .isEqualTo(Optional.ofNullable(verdict).stream().toList());
    }

    @Test
    void groupsThatIncludeEachOtherWithoutEndAreBearable() {
        String chain = IntStream.range(0, 5000)
                .mapToObj(i -> "g" + i + " = [{include-group = 'g" + (i + 1) + "'}]\n")
                .collect(Collectors.joining("", "[dependency-groups]\n", "g5000 = []\n"));
        assertThat(Verdict.toml("pyproject.toml", chain)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'dagster==1.13.27', 'dagster-dbt==0.29.27', 'dagster-cloud==1.13.27' |",
                "'dagster==1.13.27', 'dagster-dbt==0.29.26'                           | ours dagster/pin 4:37",
                "'dagster==1.13.27', 'dagster-dbt>=0.29', 'dagster-webserver>=1.12'   |",
                "'dagster==1.13.27', 'dagster-webserver~=1.13.0'                      |",
                "'dagster==1.13.27', 'dagster-webserver~=1.12.0'                      | ours dagster/pin 4:37",
                "'dagster~=1.12.0', 'dagster-dbt==0.27.*'                             | ours dagster/pin 4:36",
                "'dagster==1.10.0', 'dagster-cloud==1.10.5'                           | ours dagster/pin 4:36",
                "'dagster==1.12.0', 'dagster-k8s==1.12.0'                             | ours dagster/pin 4:36",
                "'dagster-hightouch==0.1.0', 'dagster==1.13.27'                       |",
                "'pandas==1.0', 'dagster==1.13.*'                                     |"
            })
    void theFamilyIsOfOneRelease(String dependencies, String verdict) {
        assertThat(Verdict.toml(
                        "pyproject.toml",
                        "[project]\nname = 'a'\nversion = '1'\ndependencies = [" + dependencies + "]\n"))
                .isEqualTo(Optional.ofNullable(verdict).stream().toList());
    }

    @Test
    void anExtraIsInstalledWithTheDependencies() {
        assertThat(
                        Verdict.toml(
                                "pyproject.toml",
                                """
                        [project]
                        name = 'a'
                        version = '1'
                        dependencies = ['dagster==1.13.27']
                        [project.optional-dependencies]
                        dev = ['dagster-webserver==1.13.26']
                        old = ['dagster-dbt==0.29.27']
                        """))
                .containsExactly("ours dagster/pin 6:8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[tool.dagster]; code_location_name = 'a'      | warning rule/no-module 1:1",
                "[tool.dagster.code_locations.a]; module_name = 'a' | warning rule/never-read 1:15",
                "[tool.dagster]; module_name = 'a'             |"
            })
    void aTableThatLoadsNothingIsAWarning(String lines, String verdict) {
        assertThat(Verdict.toml("pyproject.toml", lines.replace("; ", "\n") + "\n"))
                .isEqualTo(Optional.ofNullable(verdict).stream().toList());
    }

    @Test
    void dgNamesTheModuleWhereTheTableDoesNot() {
        assertThat(
                        Verdict.toml(
                                "pyproject.toml",
                                "[tool.dagster]\n[tool.dg]\ndirectory_type = 'project'\n[tool.dg.project]\nroot_module = 'a'\n"))
                .isEmpty();
    }

    @Test
    void whatIsNoTomlIsSyntax() {
        assertThat(Verdict.toml("dg.toml", "directory_type = project\n"))
                .singleElement()
                .asString()
                .startsWith("syntax syntax/toml 1:");
    }
}
