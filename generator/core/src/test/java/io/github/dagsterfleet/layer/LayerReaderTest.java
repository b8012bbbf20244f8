package io.github.dagsterfleet.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.text.SourcePath;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a source is cut into the stacks it takes part in. */
class LayerReaderTest {
    private static final String SOURCE =
            """
            team: t
            agent: k
            profiles: [p]
            env: {X: a}
            pyproject: {tool: {dg: {}}}
            location: {queue: q, environments: [dev]}
            locations:
              x: {image: i, profiles: [own]}
              y: {}
            projects:
              .: {note: n}
            """;

    @Test
    void repoHasWhatIsNeitherSelectorNorPart() {
        assertThat(story(LayerStack.ofRepo(layers(SOURCE))))
                .isEqualTo("""
                team: "t" | *repo set
                """);
    }

    @Test
    void selectorsAreAStackOfTheirOwn() {
        assertThat(story(LayerStack.ofRepoSelectors(layers(SOURCE))))
                .isEqualTo(
                        """
                agent: "k" | *repo set
                profiles[0]: "p" | *repo set
                """);
        assertThat(story(LayerStack.ofLocationSelectors(layers(SOURCE), "x")))
                .isEqualTo(
                        """
                environments[0]: "dev" | *repo set
                profiles[0]: "own" | *repo set
                """);
    }

    @Test
    void shortKeysAtTheTopHoldForEveryLocation() {
        assertThat(story(LayerStack.ofLocation(layers(SOURCE), "x")))
                .isEqualTo(
                        """
                queue: "q" | *repo set
                env.X.value: "a" | *repo set
                image: "i" | *repo set
                """);
        assertThat(story(LayerStack.ofLocation(layers(SOURCE), "y")))
                .isEqualTo(
                        """
                queue: "q" | *repo set
                env.X.value: "a" | *repo set
                """);
    }

    @Test
    void pyprojectAtTheTopHoldsForEveryProject() {
        assertThat(story(LayerStack.ofProject(layers(SOURCE), ".")))
                .isEqualTo(
                        """
                pyproject.tool.dg: {} | *repo set
                note: "n" | *repo set
                """);
    }

    @Test
    void shortKeyStandsInPlaceOfAMissingLocation() {
        assertThat(story(LayerStack.ofLocation(layers("resources: {cpu: 1}"), "x")))
                .isEqualTo("""
                resources.cpu: 1 | *repo set
                """);
    }

    @Test
    void stackThatSaysNothingFoldsToAnEmptyMapping() {
        Folded folded = new Fold().fold(LayerStack.ofLocation(layers("team: t"), "x"));
        assertThat(folded.value().isEmpty()).isTrue();
        assertThat(folded.value().span().path()).isEqualTo(new SourcePath("repo.yaml"));
    }

    @Test
    void sameKeyInBothPlacesIsAnError() {
        assertThat(
                        misread(
                                """
                env: {X: a}
                location: {env: {Y: b}, queue: q}
                project: {pyproject: {}}
                pyproject: {}
                """))
                .isEqualTo(
                        """
                schema/said-twice 2:12 `env` stands at the top and below `location`, which is one place
                schema/said-twice 4:1 `pyproject` stands at the top and below `project`, which is one place
                """);
    }

    @Test
    void operatorForAWholeLayerIsMisplaced() {
        assertThat(misread("{$remove: true}"))
                .isEqualTo(
                        """
                layer/misplaced-operator 1:2 `$remove` cannot stand for a whole layer
                """);
        assertThat(misread("locations: {$replace: {}}"))
                .isEqualTo(
                        """
                layer/misplaced-operator 1:13 `$replace` cannot stand for all of `locations`
                """);
    }

    @Test
    void operatorOnAWholeLocationIsCutToo() {
        String source = "locations: {x: {$lock: {queue: q, environments: [dev]}, $reason: r}}";
        assertThat(story(LayerStack.ofLocation(layers(source), "x")))
                .isEqualTo(
                        """
                (all): … | *repo set, repo locked
                queue: "q" | *repo set
                """);
        assertThat(story(LayerStack.ofLocationSelectors(layers(source), "x")))
                .isEqualTo(
                        """
                (all): … | *repo set, repo locked
                environments[0]: "dev" | *repo set
                """);
    }

    @Test
    void mistakesAreFoundInEveryPart() {
        assertThat(
                        misread(
                                """
                tem: t
                env: []
                location: {quue: q}
                locations: {x: , y: {numbr: 1}}
                project: p
                projects: [a]
                """))
                .isEqualTo(
                        """
                schema/unknown-key 1:1 unknown key `tem`
                schema/kind 2:6 `env` must be a mapping, not a list
                schema/unknown-key 3:12 unknown key `quue` below `location`
                schema/null 4:15 `x` has no value
                schema/unknown-key 4:22 unknown key `numbr` below `y`
                schema/kind 5:10 `project` must be a mapping, not a text
                schema/kind 6:11 `projects` must be a mapping, not a list
                """);
    }

    @Test
    void standardShapeReadsARepoAsTeamsWriteIt() {
        Findings findings = new Findings();
        LayerPatch patch = new LayerReader(Shapes.standard().repo())
                .read(
                        Stacks.yaml(
                                """
                team: analytics
                owners: ["@acme/analytics"]
                agent: eks
                profiles: [shared-storage]
                locations:
                  analytics-team:
                    code_source: {module_name: analytics.definitions}
                env_from: [warehouse]
                resources: {run: {memory: 8Gi}}
                pyproject:
                  project:
                    dependencies: [dagster-aws, "pandas>=2.2,<3"]
                """),
                        findings);
        assertThat(findings.list()).isEmpty();
        assertThat(patch.locations()).containsOnlyKeys("analytics-team");
        assertThat(patch.location()).isPresent();
        assertThat(patch.project()).isPresent();
    }

    private static List<Layer> layers(String source) {
        Findings findings = new Findings();
        LayerPatch patch = new LayerReader(TestShapes.REPO).read(Stacks.yaml(source), findings);
        assertThat(findings.list()).isEmpty();
        return List.of(new Layer(LayerName.REPO, new SourcePath("repo.yaml"), patch, false));
    }

    private static String misread(String source) {
        Findings findings = new Findings();
        new LayerReader(TestShapes.REPO).read(Stacks.yaml(source), findings);
        return Stacks.messages(findings.sorted());
    }

    private static String story(LayerStack stack) {
        return Stacks.story(new Fold().fold(stack));
    }
}
