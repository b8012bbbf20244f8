package io.github.dagsterfleet.layer;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dagsterfleet.layer.RandomStack.Said;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The fold and merge.md's naive oracle agree on every random stack: value, order of keys, errors. */
class FoldAgainstOracleTest {
    private static final int STACKS = 10_000;

    @Test
    void foldsLikeThePage() {
        for (long seed = 0; seed < STACKS; seed++) {
            List<Said> layers = RandomStack.withOperators(seed);
            MergeOracle oracle = new MergeOracle(TestShapes.LOCATION);
            Object expected = oracle.fold(layers);
            Folded folded = new Fold().fold(RandomStack.stack(layers, 0));
            assertThat(PlainData.of(folded.value()).toString())
                    .as("value, seed %d: %s", seed, layers)
                    .isEqualTo(String.valueOf(expected == null ? Map.of() : expected));
            assertThat(folded.findings().stream()
                            .map(finding -> finding.code().id())
                            .sorted())
                    .as("errors, seed %d: %s", seed, layers)
                    .isEqualTo(oracle.errors.stream().sorted().toList());
        }
    }
}
