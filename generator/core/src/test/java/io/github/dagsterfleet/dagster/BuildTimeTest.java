package io.github.dagsterfleet.dagster;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.fleet.Target;
import io.github.dagsterfleet.layer.Layer;
import io.github.dagsterfleet.layer.LayerName;
import io.github.dagsterfleet.layer.LayerPatch;
import io.github.dagsterfleet.layer.Step;
import io.github.dagsterfleet.layer.Trace;
import io.github.dagsterfleet.layer.Verb;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import io.github.dagsterfleet.text.SourcePath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BuildTimeTest {
    private static final String REPO =
            """
            agent: serverless
            locations: {a: {code_source: {module_name: m}}}
            projects: {.: {}}
            """;

    /** A scalar {@code layer!text} is said by that layer, any other by the repo; {@code $!text} names the environment. */
    private static BuildTime.Copy copy(String environment, String repo, String pyproject) {
        Target target = withLayers(TestTarget.of(TestTarget.BASE, environment, repo));
        Node traced = traced(TestTarget.yaml(pyproject), target);
        Mapping empty = Mapping.empty(traced.origin());
        return new BuildTime.Copy(target, new Documents(List.of(), Map.of(".", (Mapping) traced), empty, empty));
    }

    private static BuildTime.Copy copy(String environment, String pyproject) {
        return copy(environment, REPO, pyproject);
    }

    /** Every target has these; profiles are of one environment. */
    private static Target withLayers(Target target) {
        SourcePath file = new SourcePath("repos/sample/repo.yaml");
        List<Layer> layers = Stream.of(LayerName.BASE, LayerName.REPO)
                .map(name -> new Layer(name, file, LayerPatch.EMPTY, false))
                .toList();
        return new Target(
                target.fleet(),
                target.repo(),
                target.environment(),
                target.agent(),
                layers,
                target.facts(),
                target.locations(),
                target.projects(),
                Optional.empty());
    }

    private static Node traced(Node node, Target target) {
        if (node instanceof Mapping mapping) {
            Mapping.Builder entries = Mapping.builder();
            mapping.forEach(entry -> entries.put(entry.key(), traced(entry.value(), target)));
            return entries.build(said(LayerName.REPO, node));
        }
        if (node instanceof Sequence list) {
            List<Node> items =
                    list.items().stream().map(item -> traced(item, target)).toList();
            return new Sequence(items, said(LayerName.REPO, node));
        }
        Scalar scalar = (Scalar) node;
        int mark = scalar.text().indexOf('!');
        String text = scalar.text().substring(mark + 1);
        String layer = mark < 0 ? "repo" : scalar.text().substring(0, mark);
        if (layer.equals("$")) {
            Step step = new Step(LayerName.REFERENCES, node.span(), Verb.REFERRED, Optional.empty());
            Node name = target.environment().name();
            return Scalar.string(text, Trace.derived(step, said(LayerName.REPO, node), List.of(name)));
        }
        return Scalar.string(text, said(new LayerName(layer), node));
    }

    private static Trace said(LayerName layer, Node node) {
        return Trace.first(new Step(layer, node.span(), Verb.SET, Optional.of(node)));
    }

    private static List<String> check(BuildTime.Copy... copies) {
        return BuildTime.check(List.of(copies)).stream().map(TestTarget::words).toList();
    }

    @Test
    void equalFilesAreFineWhoeverSaidThem() {
        assertThat(check(copy("dev", "{v: environment!1}"), copy("prod", "{v: overlay!1}")))
                .isEmpty();
    }

    @Test
    void aDifferenceInTimeIsNone() {
        assertThat(check(copy("dev", "{v: 2}"), copy("prod", "{v: 1}"))).isEmpty();
    }

    @Test
    void aValueOfOneEnvironmentIsNamed() {
        assertThat(check(copy("dev", "{p: {v: base!1}}"), copy("prod", "{p: {v: overlay!2}}")))
                .containsExactly("dagster/build-time-difference at overlay!2");
        assertThat(check(copy("dev", "{p: {v: agent@environment!1}}"), copy("prod", "{p: {v: 2}}")))
                .containsExactly("dagster/build-time-difference at agent@environment!1");
    }

    @Test
    void onlyTheItemsThatDifferAreNamed() {
        assertThat(check(
                        copy("dev", "{d: [environment!a, environment!b]}"),
                        copy("prod", "{d: [environment!a, \"profile:x@environment!c\"]}")))
                .containsExactlyInAnyOrder(
                        "dagster/build-time-difference at \"profile:x@environment!c\"",
                        "dagster/build-time-difference at environment!b");
    }

    @Test
    void aTableOfOneEnvironmentIsNamedByWhatIsInIt() {
        assertThat(check(copy("dev", "{}"), copy("prod", "{tool: {x: [overlay!1]}}")))
                .containsExactly("dagster/build-time-difference at overlay!1");
    }

    @Test
    void aReferenceToTheEnvironmentIsNamedWhereItStands() {
        assertThat(check(copy("dev", "{v: $!dev}"), copy("prod", "{v: $!prod}")))
                .containsExactlyInAnyOrder(
                        "dagster/build-time-difference at $!dev", "dagster/build-time-difference at $!prod");
    }

    @Test
    void aProfileThatOneEnvironmentTookIsNamed() {
        assertThat(check(copy("dev", "{v: \"profile:gpu!1\"}"), copy("prod", "{v: 2}")))
                .contains("dagster/build-time-difference at \"profile:gpu!1\"");
    }

    @Test
    void aLocationOfOneEnvironmentIsNamedWhenItIsTheOnlyCause() {
        String two = REPO.replace("{a:", "{b: {code_source: {python_file: b.py}}, a:");

        assertThat(check(copy("dev", two, "{v: 1}"), copy("prod", "{v: 2}")))
                .containsExactly("dagster/build-time-difference at b");
    }

    @Test
    void aLineIsNamedOnceForAllEnvironments() {
        assertThat(check(copy("dev", "{v: overlay!1}"), copy("prod", "{v: 2}"), copy("prod", "{v: 2}")))
                .containsExactly("dagster/build-time-difference at overlay!1");
    }

    @Test
    void branchesMayDiffer() {
        String branches = REPO + "git: {delivery: branches}\n";

        assertThat(check(copy("dev", branches, "{v: overlay!1}"), copy("prod", branches, "{v: overlay!2}")))
                .isEmpty();
    }
}
