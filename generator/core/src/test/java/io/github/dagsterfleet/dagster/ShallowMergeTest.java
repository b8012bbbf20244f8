package io.github.dagsterfleet.dagster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dagsterfleet.finding.Findings;
import io.github.dagsterfleet.syntax.Mapping;
import io.github.dagsterfleet.syntax.Reading;
import io.github.dagsterfleet.syntax.json.JsonFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShallowMergeTest {
    private static final Path VECTORS = Path.of("..", "conformance", "vectors", "env_precedence.tsv");

    @Test
    void isToldWhereTheAgentDropsSomething() throws IOException {
        assumeTrue(Files.exists(VECTORS), "the vectors are not checked out");
        int dropping = 0;
        for (String row : Files.readAllLines(VECTORS)) {
            String[] cells = row.split("\t", -1);
            if (cells[0].equals("k8s") && cells[2].startsWith("{")) {
                Mapping context = Reading.mapping(JsonFormat.INSTANCE, cells[1]);
                boolean drops = drops(context, cells[2]) || drops(context, cells[3]);
                Findings findings = new Findings();
                ShallowMerge.check(context, findings);
                assertThat(!findings.isEmpty()).as(row).isEqualTo(drops);
                dropping += drops ? 1 : 0;
            }
        }
        assertThat(dropping).isGreaterThan(4);
    }

    /** Whether the container lacks the variable `A` or the Secret `warehouse` that the top of the context gives. */
    private static boolean drops(Mapping context, String container) {
        Mapping given = Reading.mapping(JsonFormat.INSTANCE, container);
        boolean variable = given.get("A").isEmpty() && given.get("OWN").isEmpty();
        boolean secret = !container.contains("warehouse");
        return (context.get("env_vars").isPresent() && variable)
                || (context.get("env_secrets").isPresent() && secret);
    }
}
