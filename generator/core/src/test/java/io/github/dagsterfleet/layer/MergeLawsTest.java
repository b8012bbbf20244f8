package io.github.dagsterfleet.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.layer.RandomStack.Said;
import io.github.dagsterfleet.schema.Subject;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Node;
import io.github.dagsterfleet.syntax.Scalar;
import io.github.dagsterfleet.syntax.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The laws of merge.md, each over seeded random stacks. */
class MergeLawsTest {
    private static final int RUNS = 300;

    @Test
    void l1FoldingOnFromAKeptPrefixIsFoldingAtOnce() {
        Fold keeping = new Fold();
        forSeeds(seed -> {
            List<Said> layers = RandomStack.withOperators(seed);
            int shared = 1 + new Random(seed).nextInt(layers.size() - 1);
            String atOnce = story(layers);
            for (int times = 0; times < 2; times++) {
                assertThat(Stacks.story(keeping.fold(RandomStack.stack(layers, shared))))
                        .as("seed %d", seed)
                        .isEqualTo(atOnce);
            }
        });
    }

    @Test
    void l2EmptyLayerChangesNothing() {
        forSeeds(seed -> {
            List<Said> layers = RandomStack.withOperators(seed);
            List<Said> more = new ArrayList<>(layers);
            more.add(new Random(seed).nextInt(layers.size() + 1), new Said("profile:silent", List.of(), List.of()));
            assertThat(story(more)).as("seed %d", seed).isEqualTo(story(layers));
        });
    }

    @Test
    void l3OrderOfReposAndThreadsChangeNothing() {
        List<Said> organisation = RandomStack.withOperators(RUNS).subList(0, 3);
        Map<Long, String> alone = new HashMap<>();
        forSeeds(seed -> alone.put(seed, story(repoOf(organisation, seed))));
        List<Long> order = new ArrayList<>(alone.keySet());
        Collections.shuffle(order, new Random(1));
        Fold together = new Fold();
        order.parallelStream().forEach(seed -> assertThat(
                        Stacks.story(together.fold(RandomStack.stack(repoOf(organisation, seed), 3))))
                .as("seed %d", seed)
                .isEqualTo(alone.get(seed)));
    }

    private static List<Said> repoOf(List<Said> organisation, long seed) {
        List<Said> layers = new ArrayList<>(organisation);
        List<Said> own = RandomStack.withOperators(seed);
        layers.addAll(own.subList(organisation.size(), own.size()));
        return layers;
    }

    @Test
    void l4PlainPatchIsIdempotent() {
        forSeeds(seed -> {
            List<Said> below = RandomStack.withOperators(seed).subList(0, 4);
            Said plain = RandomStack.plain(seed).get(4);
            List<Said> once = with(below, plain);
            List<Said> twice = with(once, new Said("overlay", plain.parts(), plain.patches()));
            Folded first = fold(once);
            Folded second = fold(twice);
            assertThat(PlainData.of(second.value())).as("seed %d", seed).isEqualTo(PlainData.of(first.value()));
            if (plain.patches().size() == 1) {
                visitKeys(second.value(), node -> assertThat(overlayVerbs(node))
                        .as("seed %d", seed)
                        .isSubsetOf(Verb.RESTATED, Verb.MERGED));
            }
        });
    }

    private static List<Verb> overlayVerbs(Node node) {
        return Trace.of(node).steps().stream()
                .filter(step -> step.layer().equals(LayerName.OVERLAY))
                .map(Step::verb)
                .toList();
    }

    @Test
    void l5WhatIsSaidElsewhereDoesNotMatter() {
        Set<String> grouped = Set.of("image", "build", "version", "dynamic");
        forSeeds(seed -> {
            List<Said> layers = RandomStack.withOperators(seed);
            if (layers.stream()
                    .flatMap(layer -> layer.patches().stream())
                    .anyMatch(p -> !(p instanceof MappingPatch))) {
                return;
            }
            Mapping all = fold(layers).value();
            for (String key :
                    TestShapes.LOCATION.mapping().orElseThrow().properties().keySet()) {
                if (!grouped.contains(key)) {
                    Mapping alone = fold(only(layers, key)).value();
                    assertThat(alone.get(key).map(Node::toString))
                            .as("`%s`, seed %d", key, seed)
                            .isEqualTo(all.get(key).map(Node::toString));
                }
            }
        });
    }

    private static List<Said> only(List<Said> layers, String key) {
        return layers.stream()
                .map(layer -> new Said(
                        layer.name(),
                        List.of(),
                        layer.patches().stream()
                                .map(patch -> (Patch) ((MappingPatch) patch).only(key::equals))
                                .toList()))
                .toList();
    }

    @Test
    void l6RemoveResetAndReplaceDoWhatTheySay() {
        forSeeds(seed -> {
            List<Said> layers = RandomStack.withOperators(seed);
            Folded before = fold(layers);
            int errors = before.findings().size();
            for (Mapping.Entry entry : before.value().entries()) {
                Node removed = Stacks.yaml("{" + entry.name() + ": {$remove: true}}");
                Folded after = fold(with(layers, said("last", removed)));
                assertThat(after.value().has(entry.name()))
                        .as("remove %s, seed %d", entry.name(), seed)
                        .isEqualTo(after.findings().size() > errors);
                Node reset = Stacks.yaml("{" + entry.name() + ": {$reset: overlay}}");
                assertThat(fold(with(layers, said("last", reset))).value().get(entry.name()))
                        .as("reset %s, seed %d", entry.name(), seed)
                        .contains(entry.value());
                if (entry.value() instanceof Mapping && after.findings().size() == errors) {
                    Node replaced = Stacks.yaml("{" + entry.name() + ": {$replace: {}}}");
                    assertThat(fold(with(layers, said("last", replaced)))
                                    .value()
                                    .get(entry.name()))
                            .as("replace %s, seed %d", entry.name(), seed)
                            .hasValueSatisfying(value ->
                                    assertThat(((Mapping) value).isEmpty()).isTrue());
                }
            }
        });
    }

    private static Said said(String name, Node patch) {
        return new Said(
                name,
                List.of(),
                List.of(new PatchReader(TestShapes.LOCATION, new Findings())
                        .read(patch, TestShapes.LOCATION, Subject.TOP, Operator.Permission.ALLOWED)
                        .orElseThrow()));
    }

    @Test
    void l7EveryLeafHasOneWinnerThatSaidIt() {
        forSeeds(seed -> visit(fold(RandomStack.withOperators(seed)).value(), node -> {
            Trace trace = Trace.of(node);
            if (node instanceof Scalar) {
                assertThat(trace.winner().value()).as("seed %d", seed).contains(node);
            }
            assertThat(trace.span())
                    .as("seed %d", seed)
                    .isEqualTo(trace.winner().span());
        }));
    }

    @Test
    void l8NoOperatorIsInAnyResult() {
        forSeeds(seed -> visit(fold(RandomStack.withOperators(seed)).value(), node -> {
            if (node instanceof Mapping mapping) {
                assertThat(mapping.keys()).as("seed %d", seed).noneMatch(Operator::isWord);
            }
        }));
    }

    @Test
    void l9LockedPathHasOneValueInEveryLaterSnapshot() {
        Set<Long> seedsWithLocks = new TreeSet<>();
        forSeeds(seed -> {
            List<Said> layers = RandomStack.withOperators(seed);
            for (int i = 1; i < layers.size(); i++) {
                for (String path : locked(fold(layers.subList(0, i)).value(), "")) {
                    seedsWithLocks.add(seed);
                    assertThat(at(fold(layers).value(), path))
                            .as("%s after %d layers, seed %d", path, i, seed)
                            .isEqualTo(at(fold(layers.subList(0, i)).value(), path));
                }
            }
        });
        assertThat(seedsWithLocks).hasSizeGreaterThan(RUNS / 20);
    }

    /** The paths of keys whose value some layer locked. */
    private static List<String> locked(Node node, String path) {
        List<String> paths = new ArrayList<>();
        if (node instanceof Mapping mapping) {
            mapping.forEach(entry -> {
                String below = path + "/" + entry.name();
                if (Trace.of(entry.value()).steps().stream().anyMatch(step -> step.verb() == Verb.LOCKED)) {
                    paths.add(below);
                }
                paths.addAll(locked(entry.value(), below));
            });
        }
        return paths;
    }

    private static Optional<Node> at(Node node, String path) {
        Optional<Node> at = Optional.of(node);
        for (String key : path.substring(1).split("/", -1)) {
            at = at.flatMap(value -> ((Mapping) value).get(key));
        }
        return at;
    }

    @Test
    void plainLayersAreAssociative() {
        forSeeds(seed -> {
            List<Said> layers = RandomStack.plain(seed);
            List<Said> upper = layers.subList(3, 6);
            Folded merged = fold(upper);
            Folded apart = fold(layers);
            if (!merged.failed() && !apart.failed()) {
                Said one = said("repo", new PlainData("merged.yaml").tree(PlainData.of(merged.value())));
                assertThat(fold(with(layers.subList(0, 3), one)).value())
                        .as("seed %d", seed)
                        .isEqualTo(apart.value());
            }
        });
    }

    /** Pre-merging environment and repo to one patch forgets that base is what counts. */
    @Test
    void layersWithOperatorsAreNotAssociative() {
        assertThat(
                        Stacks.fold(
                                """
                base: {number: 1}
                environment: {number: 2}
                repo: {number: {$reset: base}}
                """))
                .isEqualTo(
                        """
                number: 1 | *base set, environment overridden, repo reset
                """);
        assertThat(
                        Stacks.fold(
                                """
                environment: {number: 2}
                repo: {number: {$reset: base}}
                """))
                .isEqualTo(
                        """
                number: 2 | *environment set
                layer/later-layer 2:17 `base` does not come before `repo`, so there is nothing to go back to
                """);
    }

    private static void forSeeds(LongConsumer law) {
        LongStream.range(0, RUNS).forEach(law);
    }

    private static Folded fold(List<Said> layers) {
        return new Fold().fold(RandomStack.stack(layers, 0));
    }

    private static String story(List<Said> layers) {
        return Stacks.story(fold(layers));
    }

    private static List<Said> with(List<Said> layers, Said last) {
        List<Said> more = new ArrayList<>(layers);
        more.add(last);
        return more;
    }

    private static void visit(Node node, Consumer<Node> visitor) {
        visitKeys(node, below -> {
            visitor.accept(below);
            if (below instanceof Sequence list) {
                list.items().forEach(item -> visit(item, visitor));
            }
        });
    }

    private static void visitKeys(Node node, Consumer<Node> visitor) {
        visitor.accept(node);
        if (node instanceof Mapping mapping) {
            mapping.forEach(entry -> visitKeys(entry.value(), visitor));
        }
    }
}
