package io.github.dagsterfleet.rule.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.text.SourcePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeTest {
    private static final String SOURCE = "code_source: {module_name: web.definitions}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "web/definitions.py",
                "src/web/definitions.py",
                "web/definitions/__init__.py",
                "app/web/definitions.py",
                "app/src/web/definitions.py",
                "app/lib/web/definitions.py",
                "lib/web/definitions.py"
            })
    void aModuleIsFoundWherePythonFindsIt(String file) {
        assertThat(Team.withLocation(SOURCE, "build: {directory: ./app}", "working_directory: lib/")
                        .withCode("app/README.py")
                        .withCode("app/lib/README.py")
                        .withCode(file)
                        .code())
                .isEmpty();
    }

    @Test
    void aModuleBelowAnotherFolderIsAWarning() {
        assertThat(Team.withLocation(SOURCE).withCode("etl/web/definitions.py").code())
                .containsExactly("checkout/no-code dagster_cloud.yaml:3:32");
    }

    @Test
    void aModuleThatIsNowhereIsAWarning() {
        assertThat(Team.withLocation(SOURCE).withCode("other.py").code())
                .containsExactly("checkout/no-code dagster_cloud.yaml:3:32");
    }

    @Test
    void nothingIsSaidWhereThereIsNoCodeAtAll() {
        assertThat(Team.withLocation(SOURCE, "working_directory: src").code()).isEmpty();
    }

    @Test
    void whatOthersInstalledIsNoCodeOfTheTeam() {
        assertThat(Team.withLocation(SOURCE)
                        .withCode(".venv/lib/web/definitions.py")
                        .code())
                .isEmpty();
    }

    @Test
    void anAbsoluteWorkingDirectoryIsInTheImage() {
        assertThat(Team.withLocation(SOURCE, "working_directory: /opt/app")
                        .withCode("other.py")
                        .code())
                .isEmpty();
    }

    @Test
    void aWorkingDirectoryIsAFolder() {
        assertThat(Team.withLocation(SOURCE, "working_directory: ./source")
                        .withCode("web/definitions.py")
                        .code())
                .containsExactly("checkout/working-directory dagster_cloud.yaml:4:24");
    }

    @Test
    void aPathThatNoSystemOpensIsNotLookedFor() {
        String path = "a/".repeat(200_000);
        assertThat(Team.withLocation(
                                "code_source: {python_file: " + path + "x.py}",
                                "build: {directory: " + path + "}",
                                "working_directory: " + path)
                        .withCode("web/definitions.py")
                        .code())
                .isEmpty();
        assertThat(Team.withLocation("code_source: {module_name: " + path.replace('/', '.') + "x}")
                        .withCode("web/definitions.py")
                        .code())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        ".,",
        "./app/..,",
        "app\\,",
        "./code,checkout/no-build-directory dagster_cloud.yaml:4:24",
        "app/a.py,checkout/no-build-directory dagster_cloud.yaml:4:24",
        "~/app,checkout/no-build-directory dagster_cloud.yaml:4:24",
        "web\\app,checkout/no-build-directory dagster_cloud.yaml:4:24",
        "..,",
        "/app,checkout/no-build-directory dagster_cloud.yaml:4:24"
    })
    void aBuildDirectoryIsAFolder(String directory, String said) {
        assertThat(Team.withLocation(SOURCE, "build: {directory: " + directory + "}")
                        .withCode("web/definitions.py")
                        .withCode("app/a.py")
                        .code())
                .isEqualTo(java.util.Optional.ofNullable(said).stream().toList());
    }

    @ParameterizedTest
    @CsvSource({"defs.py,", "src/defs.py,checkout/no-code dagster_cloud.yaml:3:32"})
    void aFileCountsFromWhereTheProcessStarts(String file, String said) {
        assertThat(Team.withLocation("code_source: {python_file: defs.py}", "working_directory: src")
                        .withCode("src/a.py")
                        .withCode(file)
                        .code())
                .isEqualTo(java.util.Optional.ofNullable(said).stream().toList());
    }

    @ParameterizedTest
    @CsvSource({
        "__version__ = '1',checkout/no-definitions dagster_cloud.yaml:3:33",
        "import os,checkout/no-definitions dagster_cloud.yaml:3:33",
        "'',checkout/no-definitions dagster_cloud.yaml:3:33",
        "from .definitions import defs,",
        "import web.definitions,",
        "'import os, web.definitions as web',",
        "import os; from .parts import defs,",
        "from shared import defs,",
        "'import os, sys # paths',checkout/no-definitions dagster_cloud.yaml:3:33",
        "import dagster,"
    })
    void aPackageIsItsOwnFile(String init, String said) {
        assertThat(Team.withLocation("code_source: {package_name: web}")
                        .with("web/__init__.py", init + "\n")
                        .withCode("web/definitions.py")
                        .code())
                .isEqualTo(java.util.Optional.ofNullable(said).stream().toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"web/definitions.py", "web/assets/tables.py"})
    void aFolderIsNoModuleWithDefinitions(String file) {
        assertThat(Team.withLocation("code_source: {module_name: web}")
                        .withCode(file)
                        .code())
                .containsExactly("checkout/no-definitions dagster_cloud.yaml:3:32");
    }

    @Test
    void aProjectMayHaveTheNameOfItsPackage() {
        assertThat(Team.withLocation("code_source: {module_name: web}")
                        .withCode("web/src/web/__init__.py")
                        .code())
                .isEmpty();
    }

    @Test
    void anEmptyPackageAloneDefinesNothing() {
        assertThat(Team.withLocation("code_source: {module_name: web}")
                        .with("web/__init__.py", "")
                        .code())
                .containsExactly("checkout/no-definitions dagster_cloud.yaml:3:32");
    }

    @Test
    void whatIsSearchedMayBeEmptyItself() {
        Team team = Team.withLocation("code_source: {autoload_defs_module_name: web.defs}")
                .with("web/__init__.py", "")
                .with("web/defs/__init__.py", "")
                .withCode("web/defs/tables.py");
        assertThat(team.code()).isEmpty();
        assertThat(team.checkout().codeSources()).isEmpty();
    }

    @Test
    void whatEveryDeploymentSaysIsOneFinding() {
        String location = Team.location("web", SOURCE, "build: {directory: ./code}");
        assertThat(new Team()
                        .with("dagster_cloud.dev.yaml", location)
                        .with("dagster_cloud.prod.yaml", location)
                        .code())
                .containsExactly("checkout/no-build-directory dagster_cloud.dev.yaml:4:24 +1");
    }

    @Test
    void theSearchForCodeEnds() {
        Team team = Team.withLocation(SOURCE).withCode("z/web/definitions.py");
        for (int i = 0; i < 21_000; i++) {
            team.with("a/" + i + ".txt", "");
        }
        assertThat(team.code()).isEmpty();
    }

    @Test
    void whatIsLoadedIsWhatIsDeployed() {
        assertThat(Team.withLocation(
                                "code_source: {python_file: defs.py}",
                                "working_directory: src",
                                "attribute: defs",
                                "build: {directory: ./app}")
                        .checkout()
                        .codeSources())
                .singleElement()
                .satisfies(source -> {
                    assertThat(source.arguments()).containsExactly("-f", "defs.py", "-d", "src", "-a", "defs");
                    assertThat(source.folder()).isEqualTo(new SourcePath("app"));
                });
    }
}
