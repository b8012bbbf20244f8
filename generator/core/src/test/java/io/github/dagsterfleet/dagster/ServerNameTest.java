package io.github.dagsterfleet.dagster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.dagsterfleet.fleet.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServerNameTest {
    private static final Path VECTORS = Path.of("..", "conformance", "vectors", "server_names.tsv");

    @Test
    void isWhatTheAgentsMake() throws IOException {
        assumeTrue(Files.exists(VECTORS), "the vectors are not checked out");
        List<String> rows = Files.readAllLines(VECTORS);
        assertThat(rows).hasSizeGreaterThan(100);
        for (String row : rows.subList(1, rows.size())) {
            String[] cells = row.split("\t", -1);
            assertThat(ServerName.of(Platform.ofWord(cells[0]), cells[1], cells[2]))
                    .as(row)
                    .isEqualTo(cells[3]);
        }
    }

    @Test
    void capitalsAreLostOnEcs() {
        assertThat(ServerName.of(Platform.ECS, "CRM", "prod")).isEqualTo("prod");
        assertThat(ServerName.of(Platform.ECS, "ERP", "prod")).isEqualTo("prod");
        assertThat(ServerName.of(Platform.K8S, "CRM", "prod")).isEqualTo("crm-prod");
    }
}
