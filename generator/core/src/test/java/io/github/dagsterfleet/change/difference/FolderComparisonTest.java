package io.github.dagsterfleet.change.difference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.schema.Shapes;
import io.github.dagsterfleet.source.SourceFile;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What tells the items of lists apart, what each difference is about, and the laws of a comparison. */
class FolderComparisonTest {
    private static final long SEED = Long.getLong("seed", System.nanoTime());

    @Test
    void itemsAreKnownByTheirKeysAndNotByTheirPlaces() {
        assertThat(cloud(location("a", "image: r/a:1"), location("b", "working_directory: x")))
                .satisfies(before -> assertThat(told(
                                before, cloud(location("b", "working_directory: y"), location("a", "image: r/a:2"))))
                        .containsExactlyInAnyOrder(
                                "image ~ locations.a.image r/a:1 -> r/a:2",
                                "configuration ~ locations.b.working_directory x -> y"));
    }

    @Test
    void whatIsOnlyInAnotherOrderOrSpellingIsLayout() {
        String before = cloud(location("a", "image: x"), location("b", "image: \"y\""));
        assertThat(told(before, cloud(location("b", "image: y"), location("a", "image: x"))))
                .containsExactly("configuration ~ dagster_cloud.yaml (comments, layout) +2 -2 lines");
    }

    @Test
    void aLocationThatComesOrGoesStartsOrStopsWorkAndIsToldWhole() {
        assertThat(told(cloud(location("a", "image: x")), cloud(location("b", "image: y"))))
                .containsExactly("starts or stops work + location `b`", "starts or stops work - location `a`");
    }

    @Test
    void queueAndCodeDecideWhatRuns() {
        assertThat(told(
                        cloud(location("a", "agent_queue: one")),
                        cloud(location("a", "code_source: {module_name: m}"))))
                .containsExactly(
                        "starts or stops work + locations.a.code_source",
                        "starts or stops work - locations.a.agent_queue one");
    }

    @Test
    void variablesAreToldByTheirNamesAlone() {
        String before = context(
                "env_vars: [A=1, B=2]", "server_k8s_config: {container_config: {env: [{name: C, value: '3'}]}}");
        String after =
                context("env_vars: [A=9, D]", "server_k8s_config: {container_config: {env: [{name: C, value: '4'}]}}");
        assertThat(told(before, after))
                .containsExactly("variables ~ A", "variables + D", "variables - B", "variables ~ C");
    }

    @Test
    void aContextThatComesTellsItsVariablesByTheirNames() {
        assertThat(told(
                        cloud(location("a", "image: x")),
                        context("env_vars: [A=1]", "env_secrets: [s]", "namespace: n")))
                .containsExactlyInAnyOrder(
                        "image - locations.a.image x",
                        "variables + A",
                        "variables + every key of s",
                        "configuration + locations.a.container_context.k8s.namespace n");
    }

    @Test
    void aLabelIsNoVariableWhateverItsName() {
        assertThat(told(context("labels: {environment: dev, env: x}"), context("labels: {environment: prod, env: x}")))
                .containsExactly("configuration ~ locations.a.container_context.k8s.labels.environment dev -> prod");
    }

    @Test
    void requirementsAreKnownByTheDistribution() {
        assertThat(told(
                        "pyproject.toml",
                        "[project]\nname = \"a\"\ndependencies = [\"Foo_Bar>=1\", \"x\"]\n",
                        "[project]\nname = \"a\"\ndependencies = [\"x\", \"foo-bar>=2\", \"y\"]\n"))
                .containsExactly(
                        "configuration ~ pyproject.toml project.dependencies[foo-bar] Foo_Bar>=1 -> foo-bar>=2",
                        "configuration + pyproject.toml project.dependencies[y] y");
    }

    @Test
    void equalItemsOfAnUnknownListAreTheSameOnes() {
        assertThat(told(
                        ".github/workflows/x.yml",
                        "jobs: {a: {steps: [{uses: one}, {name: Two, run: a}, {uses: three}]}}\n",
                        "jobs: {a: {steps: [{uses: one}, {uses: new}, {name: Two, run: b}, {uses: three}]}}\n"))
                .containsExactly(
                        "configuration + .github/workflows/x.yml jobs.a.steps[new]",
                        "configuration ~ .github/workflows/x.yml jobs.a.steps[Two].run a -> b");
    }

    @Test
    void aFileThatNobodyCanReadIsToldByItsLines() {
        assertThat(told("CODEOWNERS", "* @a\n", "* @b\n* @c\n"))
                .containsExactly("configuration ~ CODEOWNERS +2 -1 lines");
        assertThat(told("dagster_cloud.yaml", "<<<<<<< ours\nlocations: []\n", "locations: []\n"))
                .containsExactly("configuration ~ dagster_cloud.yaml +0 -1 lines");
    }

    @Test
    void aNewLocationIsNoChangeOfTheVariablesItShares() {
        Map<String, String> before =
                Map.of("dagster_cloud.yaml", cloud(location("a", "image: x")), "env_set.json", envSet("A", "1", "a"));
        Map<String, String> after = Map.of(
                "dagster_cloud.yaml",
                cloud(location("a", "image: x"), location("b", "image: y")),
                "env_set.json",
                envSet("A", "1", "a\", \"b"));
        assertThat(told(before, after)).containsExactly("starts or stops work + location `b`");
    }

    @Test
    void aVariableOfSeveralFilesIsToldOnce() {
        Map<String, String> before = Map.of(
                "env_set.json",
                envSet("A", "1", "a"),
                "dagster_cloud.yaml",
                context("env_vars: [A=1]"),
                ".env",
                "A=1\n");
        Map<String, String> after = Map.of(
                "env_set.json",
                envSet("A", "2", "a"),
                "dagster_cloud.yaml",
                context("env_vars: [A=2]"),
                ".env",
                "A=2\n");
        assertThat(told(before, after)).containsExactly("variables ~ A");
    }

    @Test
    void nothingDiffersFromItself() {
        Random random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            String text = random(random);
            assertThat(told(text, text)).as("seed " + SEED).isEmpty();
        }
    }

    @Test
    void theOtherSideTellsTheSameTheOtherWayRound() {
        Random random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            Map<String, String> one = Map.of("dagster_cloud.yaml", random(random), "x.yml", steps(random));
            Map<String, String> other = Map.of("dagster_cloud.yaml", random(random), "x.yml", steps(random));
            List<String> turned = differences(other, one).stream()
                    .map(FolderComparisonTest::turned)
                    .map(FolderComparisonTest::told)
                    .sorted()
                    .toList();
            assertThat(differences(one, other).stream()
                            .map(FolderComparisonTest::withoutPlaces)
                            .map(FolderComparisonTest::told)
                            .sorted()
                            .toList())
                    .as("seed " + SEED + "\n" + one + "\n" + other)
                    .isEqualTo(turned);
        }
    }

    @Test
    void theOrderOfKeyedItemsSaysNothing() {
        Random random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            List<String> locations = locations(random);
            List<String> others = new ArrayList<>(locations);
            Collections.shuffle(others, random);
            assertThat(told(cloud(locations.toArray(String[]::new)), cloud(others.toArray(String[]::new))))
                    .as("seed " + SEED)
                    .allMatch(line -> line.contains("(comments, layout)"));
        }
    }

    private static Difference turned(Difference one) {
        Sign sign = one.sign() == Sign.ADDED ? Sign.REMOVED : one.sign() == Sign.REMOVED ? Sign.ADDED : Sign.CHANGED;
        Detail detail = new Detail(
                /* before= */ one.detail().after(),
                /* after= */ one.detail().before(),
                one.detail()
                        .lines()
                        .map(lines -> new LineCount(/* added= */ lines.removed(), /* removed= */ lines.added())));
        return withoutPlaces(new Difference(
                one.repo(), one.environment(), one.category(), sign, one.subject(), detail, Optional.empty()));
    }

    /** Items without a key are named by where they stand on one of the sides. */
    private static Difference withoutPlaces(Difference one) {
        return new Difference(
                one.repo(),
                one.environment(),
                one.category(),
                one.sign(),
                Subject.of(one.subject().pattern()),
                one.detail(),
                Optional.empty());
    }

    private static String random(Random random) {
        return cloud(locations(random).toArray(String[]::new));
    }

    private static List<String> locations(Random random) {
        List<String> locations = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d")) {
            if (random.nextInt(3) > 0) {
                List<String> keys = new ArrayList<>();
                for (String key : List.of("image", "agent_queue", "working_directory")) {
                    if (random.nextBoolean()) {
                        keys.add(key + ": v" + random.nextInt(2));
                    }
                }
                if (random.nextBoolean()) {
                    keys.add("container_context: {k8s: {env_vars: [A=" + random.nextInt(2) + ", B=1], labels: {x: y"
                            + random.nextInt(2) + "}}}");
                }
                locations.add(location(name, keys.toArray(String[]::new)));
            }
        }
        return locations;
    }

    private static String steps(Random random) {
        List<String> steps = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            steps.add("{run: s" + random.nextInt(3) + "}");
        }
        return "steps: [" + String.join(", ", steps) + "]\n";
    }

    private static String cloud(String... locations) {
        return "locations:" + (locations.length == 0 ? " []\n" : "\n" + String.join("", locations));
    }

    private static String location(String name, String... keys) {
        StringBuilder out = new StringBuilder("  - location_name: " + name + "\n");
        for (String key : keys) {
            out.append("    ").append(key).append('\n');
        }
        return out.toString();
    }

    private static String context(String... keys) {
        return cloud(location("a", "container_context: {k8s: {" + String.join(", ", keys) + "}}"));
    }

    private static String envSet(String name, String value, String locations) {
        return """
                {"format": 1, "organization": "o", "repo": "r", "environment": "dev", "deployment": "dev", "platform": "k8s",
                 "variables": [{"name": "%s", "locations": ["%s"], "value": "%s"}]}
                """
                .formatted(name, locations, value);
    }

    private static List<String> told(String before, String after) {
        return told("dagster_cloud.yaml", before, after);
    }

    private static List<String> told(String path, String before, String after) {
        return told(Map.of(path, before), Map.of(path, after));
    }

    private static List<String> told(Map<String, String> before, Map<String, String> after) {
        return differences(before, after).stream()
                .map(FolderComparisonTest::told)
                .toList();
    }

    private static String told(Difference one) {
        return one.category().heading() + " " + one.sign().mark() + " "
                + one.subject().words()
                + ShownValue.of(one.detail()).map(value -> " " + value).orElse("")
                + one.cause().map(Span::toString).orElse("");
    }

    private static List<Difference> differences(Map<String, String> before, Map<String, String> after) {
        return new FolderComparison(Shapes.standard())
                .compare(Optional.of("r"), Map.of("dev", new Sides(versions(before), versions(after))));
    }

    private static Map<String, Version> versions(Map<String, String> files) {
        Map<String, Version> versions = new HashMap<>();
        files.forEach((path, text) -> versions.put(
                path,
                Version.written(new SourceFile(
                        new SourcePath("repos/r/generated/dev/" + path), text.getBytes(StandardCharsets.UTF_8)))));
        return versions;
    }
}
