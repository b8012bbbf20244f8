package io.github.dagsterfleet.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.syntax.Mapping;
import org.junit.jupiter.api.Test;

/** The names that references know, and where. */
class ReferencesInTargetsTest {
    private static String value(String reference, String more) {
        MemoryFleet.Read read = new MemoryFleet()
                .repo("models", "team: ml\nvars: {result: \"" + reference + "\"" + more + "}\n")
                .read();
        assertThat(read.codes()).isEmpty();
        return read.target("models", "prod")
                .facts()
                .mapping("vars")
                .flatMap(vars -> vars.text("result"))
                .orElse("");
    }

    @Test
    void nameOfAFolderThatDoesNotFitIsNamedWithTheFolder() {
        MemoryFleet.Read read = new MemoryFleet()
                .append(
                        "environments/base.yaml",
                        "defaults: {pyproject: {project: {name: \"${repo.name}\", version: \"1\"}}}\n")
                .with("repos/my repo/repo.yaml", "agent: eks\nlocations: {web: {code_source: {module_name: m}}}\n")
                .read();

        assertThat(read.codes()).containsExactly("schema/pattern environments/base.yaml:8");
        assertThat(read.findings().get(0).related()).singleElement().satisfies(note -> {
            assertThat(note.message()).isEqualTo("`my repo` is the name of this folder");
            assertThat(note.site().path().orElseThrow().value()).isEqualTo("repos/my repo");
        });
    }

    @Test
    void valueThatDoesNotFitIsNamedWhereItComesFrom() {
        MemoryFleet.Read read = new MemoryFleet()
                .append(
                        "environments/base.yaml",
                        "defaults: {pyproject: {project: {name: \"${vars.called}\", version: \"1\"}}}\n")
                .repo("models", "vars: {called: my models}\n")
                .read();

        assertThat(read.findings().get(0).related()).singleElement().satisfies(note -> assertThat(
                        note.site().path().orElseThrow().value())
                .isEqualTo("repos/models/repo.yaml"));
    }

    @Test
    void everyNameOfARepo() {
        assertThat(value("${organization} ${environment.name} ${repo.name} ${repo.team} ${vars.x.y}", ", x: {y: z}"))
                .isEqualTo("acme prod models ml z");
    }

    @Test
    void locationKnowsItsOwnNames() {
        MemoryFleet.Read read = new MemoryFleet()
                .repo(
                        "models",
                        "location: {agent_queue: q, working_directory: \"${location.name}/${location.agent_queue}\"}\n")
                .read();

        assertThat(read.codes()).isEmpty();
        Mapping facts = read.target("models", "dev").locations().get(0).facts();
        assertThat(facts.text("working_directory")).contains("models/q");
    }

    @Test
    void repoKnowsNoLocation() {
        assertThat(new MemoryFleet()
                        .repo("models", "vars: {x: \"${location.name}\"}\n")
                        .read()
                        .codes())
                .containsExactly("layer/unknown-reference repos/models/repo.yaml:4");
    }

    @Test
    void unknownVariableNamesTheNearest() {
        MemoryFleet.Read read = new MemoryFleet()
                .repo("models", "vars: {image: x, y: \"${vars.imgae}\"}\n")
                .read();

        assertThat(read.codes()).containsExactly("layer/unknown-reference repos/models/repo.yaml:4");
        assertThat(read.findings().get(0).help()).singleElement().asString().contains("vars.image");
    }

    @Test
    void circleIsToldOnceWithItsWholePath() {
        MemoryFleet.Read read = new MemoryFleet()
                .repo("models", "vars: {a: \"${vars.b}\", b: \"${vars.c}\", c: \"${vars.a}\"}\n")
                .read();

        assertThat(read.codes()).isNotEmpty().allMatch(code -> code.startsWith("layer/reference-cycle"));
        assertThat(read.findings().get(0).message()).contains("vars.a", "vars.b", "vars.c");
    }

    @Test
    void variableOfOneEnvironmentIsMissingInTheOther() {
        MemoryFleet.Read read = new MemoryFleet()
                .with("environments/prod.yaml", "defaults: {vars: {size: large}}\n")
                .repo("models", "vars: {machine: \"${vars.size}\"}\n")
                .read();

        assertThat(read.codes()).containsExactly("layer/unknown-reference repos/models/repo.yaml:4");
        assertThat(read.repo("models").targets()).hasSize(1);
    }

    @Test
    void secondReferenceOfAVariableSeesWhatTheFirstCameTo() {
        assertThat(value("${vars.x}", ", x: \"${vars.y}!\", y: \"${repo.name}\""))
                .isEqualTo("models!");
    }
}
