package io.github.dagsterfleet.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.finding.Finding;
import io.github.dagsterfleet.syntax.Node;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Our reader and the schemas that we publish say the same of every document. What JSON Schema cannot say is left out:
 *
 * <ul>
 *   <li>items of a keyed list with equal keys, and items of a set that are equal only as the characters written ({@code
 *       [1, "1"]});
 *   <li>one fact in its short and in its full place, or in short beside an operator for the whole place;
 *   <li>names of layers after {@code $reset}, which editors check and our reader leaves to the fold;
 *   <li>{@code 2.0} where a whole number is due;
 *   <li>scalars that YAML 1.1 and 1.2 read differently: what a validator sees depends on its YAML reader.
 * </ul>
 */
class PublishedSchemaAgreementTest {
    private static final Map<SchemaKind, Verdicts> VERDICTS = Verdicts.ofEveryKind();
    private static final List<String> SHORT = List.of("`env`", "`env_from`", "`resources`", "`pyproject`");
    private static final int MUTATIONS = Integer.getInteger("schema.mutations", 200);

    @TestFactory
    Stream<DynamicTest> bothAcceptEverySample() {
        return Sample.all().stream()
                .map(sample -> DynamicTest.dynamicTest(sample.name(), () -> {
                    Verdicts verdicts = Objects.requireNonNull(VERDICTS.get(sample.kind()));
                    assertThat(verdicts.ours(sample.node())).isEmpty();
                    assertThat(verdicts.theirs(sample.node())).isEmpty();
                }));
    }

    @TestFactory
    Stream<DynamicTest> bothJudgeMutatedSamplesAlike() {
        return Sample.all().stream()
                .map(sample -> DynamicTest.dynamicTest(sample.name(), () -> {
                    Verdicts verdicts = Objects.requireNonNull(VERDICTS.get(sample.kind()));
                    int refused = 0;
                    for (int seed = 0; seed < MUTATIONS; seed++) {
                        Mutation mutation = new Mutation(seed, sample.node().origin());
                        Node mutated = mutation.of(seed % 3 == 0 ? mutation.of(sample.node()) : sample.node());
                        List<Finding> ours = verdicts.ours(mutated);
                        if (!ours.isEmpty() && ours.stream().allMatch(PublishedSchemaAgreementTest::isUnsayable)) {
                            continue;
                        }
                        List<String> theirs = verdicts.theirs(mutated).stream()
                                .filter(complaint -> !complaint.contains("/$reset: does not match"))
                                .toList();
                        assertThat(ours.isEmpty())
                                .as("seed %d%nours %s%ntheirs %s%n%s", seed, ours, theirs, Verdicts.json(mutated))
                                .isEqualTo(theirs.isEmpty());
                        refused += ours.isEmpty() ? 0 : 1;
                    }
                    assertThat(refused).as("mutations that make a mistake").isGreaterThan(MUTATIONS / 10);
                }));
    }

    private static boolean isUnsayable(Finding finding) {
        return switch (finding.code()) {
            case SCHEMA_DUPLICATE_ITEM, SCHEMA_SAID_TWICE -> true;
            case LAYER_MIXED_OPERATOR -> SHORT.stream().anyMatch(finding.message()::endsWith);
            default -> false;
        };
    }
}
