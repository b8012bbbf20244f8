package io.github.dagsterfleet.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.yaml.YamlFormat;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was read for one commit, told of another that says the same. */
class AtRevisionTest {
    private static final LayerName LAYER = LayerName.BASE;

    private final AtRevision revision = new AtRevision("2222222");

    @Test
    void everyPlaceInACommitIsNamedAfterTheOtherOne() {
        Mapping read = read("{a: {b: [x, 1]}, c: true}", Optional.of("1111111"));

        Mapping told = revision.of(read);

        assertThat(told).isEqualTo(read);
        assertThat(told.span()).hasToString("2222222:base.yaml:1:1");
        Mapping.Entry a = told.entry("a").orElseThrow();
        assertThat(a.key().span()).hasToString("2222222:base.yaml:1:2");
        assertThat(((Mapping) a.value()).scalars("b"))
                .extracting(item -> item.span().toString())
                .containsExactly("2222222:base.yaml:1:10", "2222222:base.yaml:1:13");
        assertThat(told.scalar("c").orElseThrow().type())
                .isEqualTo(read.scalar("c").orElseThrow().type());
    }

    @Test
    void whatIsReadFromTheFolderStaysWhereItIs() {
        Mapping tree = read("{a: x}", Optional.empty());

        assertThat(revision.of(tree).span()).isEqualTo(tree.span());
        assertThat(revision.of(tree.span())).isSameAs(tree.span());
    }

    @Test
    void aTraceKeepsItsStepsItsWinnerAndWhatIsGone() {
        Mapping base = read("{a: x, b: y}", Optional.of("1111111"));
        Scalar first = base.scalar("a").orElseThrow();
        Scalar other = read("{a: z}", Optional.empty()).scalar("a").orElseThrow();
        Trace gone = Trace.first(set(base.scalar("b").orElseThrow()))
                .gone(
                        new Step(LAYER, other.span(), Verb.REMOVED, Optional.empty()),
                        base.scalar("b").orElseThrow());
        Trace trace =
                Trace.first(set(first)).won(set(other)).touched(set(first)).withRemoved(Map.of("b", gone));
        Trace derived = Trace.derived(set(first), trace, List.of(first));

        Trace told = Trace.of(revision.of(first.withOrigin(trace)));
        Trace made = Trace.of(revision.of(first.withOrigin(derived)));

        assertThat(told.steps())
                .extracting(step -> step.span().toString())
                .containsExactly("2222222:base.yaml:1:5", "base.yaml:1:5", "2222222:base.yaml:1:5");
        assertThat(told.winner().span()).hasToString("base.yaml:1:5");
        assertThat(told.last().value().orElseThrow().span()).hasToString("2222222:base.yaml:1:5");
        Trace lost = told.removed("b").orElseThrow();
        assertThat(lost.last().verb()).isEqualTo(Verb.REMOVED);
        assertThat(lost.lost().orElseThrow().span()).hasToString("2222222:base.yaml:1:11");
        assertThat(made.inputs()).singleElement().extracting(Node::span).hasToString("2222222:base.yaml:1:5");
    }

    @Test
    void whatWasOneNodeStaysOne() {
        Mapping read = read("{a: x}", Optional.of("1111111"));

        assertThat(revision.of(read)).isSameAs(revision.of(read));
    }

    private static Step set(Scalar value) {
        return new Step(LAYER, value.span(), Verb.SET, Optional.of(value));
    }

    private static Mapping read(String text, Optional<String> commit) {
        SourceText source = new SourceText(new SourcePath("base.yaml"), text, commit);
        return (Mapping) YamlFormat.INSTANCE.read(source, new Findings()).orElseThrow();
    }
}
