package io.github.dagsterfleet.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.finding.Site;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.text.SourcePath;
import io.github.dagsterfleet.text.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code ${name}} after the fold; the names are those of the merged tree itself. */
class ReferencesTest {
    private static final SourcePath FILE = new SourcePath("repos/web/repo.yaml");

    @Test
    void referenceWithinATextTakesTheText() {
        resolves(
                """
                base: {queue: "q-${number}/${image}.x", number: 5, image: i}
                """,
                """
                queue: "q-5/i.x" | *base set, references referred
                number: 5 | *base set
                image: "i" | *base set
                """);
    }

    @Test
    void loneReferenceTakesTheTypeAndTheSubtree() {
        resolves(
                """
                base: {free: {a: "${number}", b: "${resources}"}, number: 5, resources: {cpu: 1}}
                """,
                """
                free.a: 5 | *base set, references referred
                free.b: … | *base set, references referred
                free.b.cpu: 1 | *base set
                number: 5 | *base set
                resources.cpu: 1 | *base set
                """);
    }

    @Test
    void doubledDollarIsLiteral() {
        resolves(
                """
                base: {queue: "$${number} ${number} $$${number} $", number: 5}
                """,
                """
                queue: "${number} 5 $${number} $" | *base set, references referred
                number: 5 | *base set
                """);
    }

    @Test
    void valuesThatAreReferredToMayReferToOthers() {
        resolves(
                """
                base: {queue: "${image}!", image: "${version}", version: "v${number}", number: 5}
                """,
                """
                queue: "v5!" | *base set, references referred
                image: "v5" | *base set, references referred
                version: "v5" | *base set, references referred
                number: 5 | *base set
                """);
    }

    @Test
    void inputsAreTheValuesReferredTo() {
        Mapping merged =
                merged("""
                base: {queue: "${image}${number}", number: 5, image: i}
                """);
        Mapping resolved = new References(new Names(merged)).resolve(merged, new Findings());
        assertThat(Trace.of(resolved.get("queue").orElseThrow()).inputs())
                .containsExactly(
                        merged.get("image").orElseThrow(), merged.get("number").orElseThrow());
    }

    @Test
    void listsAreResolvedAndKeysAreNot() {
        resolves(
                """
                base: {free: {"n${number}": ["${number}", "n${number}"]}, number: 5}
                """,
                """
                free.n${number}[0]: 5 | *base set, references referred
                free.n${number}[1]: "n5" | *base set, references referred
                number: 5 | *base set
                """);
    }

    @Test
    void treeWithoutReferencesIsTheSameTree() {
        Mapping merged = merged(
                """
                base: {free: {a: [x, {b: c}]}, resources: {a: "${number}"}, number: 5}
                """);
        Mapping resolved = new References(new Names(merged)).resolve(merged, new Findings());
        assertThat(resolved).isNotSameAs(merged);
        assertThat(resolved.get("free").orElseThrow())
                .isSameAs(merged.get("free").orElseThrow());
    }

    @Test
    void unknownNameSaysWhereAndStaysAsWritten() {
        resolves(
                """
                base: {queue: "a ${nmber}", number: 5}
                """,
                """
                queue: "a ${nmber}" | *base set
                number: 5 | *base set
                layer/unknown-reference 1:18 `${nmber}` names nothing
                """);
    }

    @Test
    void unknownNameSuggestsTheNearest() {
        Mapping merged = merged("base: {queue: \"${nmber}\", number: 5}\n");
        Findings findings = new Findings();
        new References(new Names(merged)).resolve(merged, findings);
        assertThat(findings.list().get(0).help()).containsExactly("write `${number}`");
    }

    @Test
    void whatRefersToABrokenValueIsNoSecondError() {
        resolves(
                """
                base: {queue: "${image}", image: "${nothing}", version: "v-${queue}"}
                """,
                """
                queue: "${image}" | *base set
                image: "${nothing}" | *base set
                version: "v-${queue}" | *base set
                layer/unknown-reference 1:35 `${nothing}` names nothing
                """);
    }

    @Test
    void circleIsToldWholeAndAlikeFromEverywhere() {
        String circle =
                """
                base: {queue: "${image}", image: "a${version}", version: "${queue}"}
                """;
        resolves(
                circle,
                """
                queue: "${image}" | *base set
                image: "a${version}" | *base set
                version: "${queue}" | *base set
                layer/reference-cycle 1:16 references lead in a circle: `image → version → queue → image`
                """);
        Mapping merged = merged(circle);
        for (String start : List.of("image", "version")) {
            Mapping one = Mapping.builder()
                    .put(start, merged.get(start).orElseThrow())
                    .build(merged.origin());
            Findings findings = new Findings();
            new References(new Names(merged)).resolve(one, findings);
            assertThat(findings.list()).singleElement().satisfies(finding -> {
                assertThat(finding.message()).endsWith("`image → version → queue → image`");
                assertThat(finding.related())
                        .extracting(related -> related.message())
                        .containsExactly("then `${version}`", "then `${queue}`");
            });
        }
    }

    @Test
    void valueThatRefersToItselfIsACircle() {
        resolves(
                """
                base: {queue: "${queue}"}
                """,
                """
                queue: "${queue}" | *base set
                layer/reference-cycle 1:16 references lead in a circle: `queue → queue`
                """);
    }

    @Test
    void mappingOrListWithinATextIsAnError() {
        resolves(
                """
                base: {queue: "a${free}", image: "${tags}b", free: {a: 1}, tags: [t]}
                """,
                """
                queue: "a${free}" | *base set
                image: "${tags}b" | *base set
                free.a: 1 | *base set
                tags[0]: "t" | *base set
                layer/reference-kind 1:17 `${free}` is a mapping, which cannot stand inside of a text
                layer/reference-kind 1:35 `${tags}` is a list, which cannot stand inside of a text
                """);
    }

    @Test
    void referencesAreClosedAndHoldNames() {
        resolves(
                """
                base: {queue: "a ${number", image: "${}", version: "${a b}", free: "${.a}${a..b}"}
                """,
                """
                queue: "a ${number" | *base set
                image: "${}" | *base set
                version: "${a b}" | *base set
                free: "${.a}${a..b}" | *base set
                layer/reference-syntax 1:18 a reference is not closed
                layer/reference-syntax 1:37 `${}` does not hold a name
                layer/reference-syntax 1:53 `${a b}` does not hold a name
                layer/reference-syntax 1:69 `${.a}` does not hold a name
                """);
    }

    private static void resolves(String layers, String expected) {
        Mapping merged = merged(layers);
        Findings findings = new Findings();
        Mapping resolved = new References(new Names(merged)).resolve(merged, findings);
        assertThat(Stacks.story(new Folded(resolved, findings.list()))).isEqualTo(expected);
    }

    @Test
    void aNameForWhichNobodySaysAnythingIsMissingInTheFileThatShould() {
        Mapping merged = merged("base: {queue: \"${repo.silent}\"}");
        Findings findings = new Findings();
        new References(new Names(merged)).resolve(merged, findings);
        assertThat(findings.list()).singleElement().satisfies(finding -> {
            assertThat(finding.message()).isEqualTo("`silent` is missing, and `${repo.silent}` needs it");
            assertThat(finding.site()).isEqualTo(new Site.InFile(FILE));
        });
    }

    @Test
    void whatStaysAsWrittenIsKnownAlsoBehindAnotherName() {
        Mapping merged = merged("base: {queue: \"${image}\", image: \"${nothing}\", version: \"$${literal}\"}");
        References references = new References(new Names(merged));
        references.resolve(merged, new Findings());
        assertThat(references.unresolved())
                .extracting(Span::content)
                .containsExactlyInAnyOrder("\"${image}\"", "\"${nothing}\"");
    }

    private static Mapping merged(String layers) {
        return new Fold().fold(RandomStack.stack(Stacks.layers(layers))).value();
    }

    /** The keys at the top of a tree, by their names. */
    private record Names(Mapping tree) implements References.Scope {
        @Override
        public Optional<Node> find(String name) {
            return tree.get(name);
        }

        @Override
        public Collection<String> names() {
            return new ArrayList<>(tree.keys());
        }

        @Override
        public boolean isName(String name) {
            return name.equals("repo.silent");
        }

        @Override
        public SourcePath file() {
            return FILE;
        }
    }
}
